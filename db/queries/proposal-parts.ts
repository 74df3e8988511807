/** What a proposal rests on, and the record that the policy functions want. */
import { and, asc, eq, getTableColumns, isNull, ne, or, type Placeholder, sql } from "drizzle-orm";
import { complainedAbout, type Recorded } from "../../src/policy/approval/counter-complaints.ts";
import type { ProposalRecord } from "../../src/policy/approval/open-proposal.ts";
import { localDate, monthsStarted } from "../../src/policy/working-time/dates.ts";
import { prepared } from "../prepared.ts";
import { approver, incident, proposal, proposalIncident } from "../schema/index.ts";
import type { Tx } from "../transaction.ts";
import { kindsOf, type ProposalRow } from "./proposals.ts";
import { loadGivenSteps } from "./steps.ts";

/**
 * What a proposal rests on: its reports, those of them that its decision deals with, earlier steps, the seniors asked
 * so far, and the officers whom the customer complained about.
 */
export async function loadProposalParts(tx: Tx, of: PartsOf) {
  const { organisationId: organisation, id: proposal, customerId: customer } = of;
  const [incidents, steps, approvers, complainedAbout] = await Promise.all([
    incidentsOf(tx, { organisation, proposal, customer }),
    loadGivenSteps(tx, organisation, { customer, proposal }),
    approversOf(tx, { organisation, proposal }),
    loadComplainedAbout(tx, of),
  ]);
  const dealtWith = incidents.filter(({ proposedFrom }) => proposedFrom);
  return { incidents, dealtWith, steps, approvers, complainedAbout };
}

type PartsOf = Pick<ProposalRow, "organisationId" | "id" | "customerId" | "startedAt">;

const approversOf = prepared(
  getTableColumns(approver),
  ["organisation", "proposal"],
  (select, { organisation, proposal: id }) =>
    select.from(approver).where(and(eq(approver.organisationId, organisation), eq(approver.proposalId, id))),
);

const explainsSomething = sql`cardinality(${proposalIncident.explains}) > 0`;

/** A report that came to nothing after it was linked, or that is somebody else's, explains nothing. */
const stillExplains = (customer: Placeholder) =>
  and(eq(incident.customerId, customer), ne(incident.state, "no_further_action"));

/** The report proposed from names nobody until the proposal goes out; another proposal may have made it somebody else's. */
const notAnothers = (customer: Placeholder) => or(isNull(incident.customerId), eq(incident.customerId, customer));

const incidentsOf = prepared(
  {
    proposedFrom: proposalIncident.proposedFrom,
    explains: proposalIncident.explains,
    id: incident.id,
    ref: incident.ref,
    reporterId: incident.reporterId,
    affected: incident.affected,
    occurredAt: incident.occurredAt,
    seriousThreat: incident.seriousThreat,
  },
  ["organisation", "proposal", "customer"],
  (select, { organisation, proposal: id, customer }) =>
    select
      .from(proposalIncident)
      .innerJoin(
        incident,
        and(eq(incident.organisationId, proposalIncident.organisationId), eq(incident.id, proposalIncident.incidentId)),
      )
      .where(
        and(
          eq(proposalIncident.organisationId, organisation),
          eq(proposalIncident.proposalId, id),
          or(
            and(eq(proposalIncident.proposedFrom, true), notAnothers(customer)),
            and(explainsSomething, stillExplains(customer)),
          ),
        ),
      )
      .orderBy(asc(incident.occurredAt), asc(incident.id)),
);

/** Whom a complaint of the customer bars from this proposal. */
export async function loadComplainedAbout(tx: Tx, of: PartsOf): Promise<string[]> {
  return complainedAbout(of, await loadComplaints(tx, of));
}

/** Every proposal of a customer, with what was recorded of complaints in it. */
async function loadComplaints(
  tx: Tx,
  { organisationId: organisation, customerId: customer }: Pick<ProposalRow, "organisationId" | "customerId">,
): Promise<readonly Recorded[]> {
  return await complaintsOf(tx, { organisation, customer });
}

export type ProposalParts = Awaited<ReturnType<typeof loadProposalParts>>;

/** The record that eligibility and counting are computed from, without what the proposal itself does not know. */
export function proposalRecord(
  row: ProposalRow,
  parts: ProposalParts,
  timeZone: string,
): Omit<ProposalRecord, "capacityInDoubt" | "dutySenior"> {
  return {
    kinds: kindsOf(row),
    reach: row.services ? "services" : "organisation",
    months:
      row.startsAt && row.endsAt
        ? monthsStarted(localDate(row.startsAt, timeZone), localDate(row.endsAt, timeZone))
        : 0,
    proposedBy: row.proposedBy,
    reportedBy: parts.incidents.map(({ reporterId }) => reporterId),
    affected: parts.incidents.flatMap(({ affected }) => affected),
    complainedAbout: parts.complainedAbout,
    declaredInterest: parts.approvers.flatMap(({ officerId, interestDeclaredAt }) =>
      interestDeclaredAt ? [officerId] : [],
    ),
    state: row.state,
    version: row.version,
    decisions: parts.approvers.flatMap(({ officerId, seatId, verdict, verdictAt, reason }) =>
      verdict && verdictAt ? [{ by: officerId, seat: seatId ?? officerId, verdict, reason, at: verdictAt }] : [],
    ),
    bypass: row.bypass,
  };
}

const complaintsOf = prepared(
  {
    id: proposal.id,
    state: proposal.state,
    startedAt: proposal.startedAt,
    decidedAt: proposal.decidedAt,
    complainedAbout: proposal.complainedAbout,
  },
  ["organisation", "customer"],
  (select, { organisation, customer }) =>
    select.from(proposal).where(and(eq(proposal.organisationId, organisation), eq(proposal.customerId, customer))),
);
