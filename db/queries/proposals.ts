/** Proposals as the policy functions want them. */
import { isDeepStrictEqual } from "node:util";
import { and, asc, eq, getTableColumns, inArray, isNull, ne, or, type Placeholder, sql } from "drizzle-orm";
import { complainedAbout, type Recorded } from "../../src/policy/approval/counter-complaints.ts";
import type { ProposalRecord } from "../../src/policy/approval/open-proposal.ts";
import { Restriction } from "../../src/policy/restrictions/restriction.ts";
import { RestrictionKind } from "../../src/policy/vocabulary.ts";
import { localDate, monthsStarted } from "../../src/policy/working-time/dates.ts";
import { prepared } from "../prepared.ts";
import { approver, incident, proposal, proposalIncident } from "../schema/index.ts";
import type { Tx } from "../transaction.ts";
import { loadGivenSteps } from "./steps.ts";

export type ProposalRow = typeof proposal.$inferSelect;

/** The proposal, locked until the transaction ends: two clicks, one winner. */
export async function lockProposal(tx: Tx, organisation: string, id: string): Promise<ProposalRow | undefined> {
  const [row] = await tx.select().from(proposal).where(thisProposal(organisation, id)).for("update");
  return row;
}

/**
 * The proposal and every other open one of its customer, locked: what is said of a customer in one concerns them all.
 * In the order of their ids, so that two who say something at once do not wait for each other.
 */
export async function lockProposalsOfCase(tx: Tx, organisation: string, id: string): Promise<readonly ProposalRow[]> {
  const customer = tx.select({ id: proposal.customerId }).from(proposal).where(thisProposal(organisation, id));
  return await tx
    .select()
    .from(proposal)
    .where(
      and(
        eq(proposal.organisationId, organisation),
        inArray(proposal.customerId, customer),
        or(eq(proposal.id, id), inArray(proposal.state, [...OPEN])),
      ),
    )
    .orderBy(asc(proposal.id))
    .for("update");
}

/** Every open proposal of a customer, locked in the same order: what they all stand beside has changed. */
export async function lockProposalsAbout(
  tx: Tx,
  organisation: string,
  customer: string,
): Promise<readonly ProposalRow[]> {
  return await tx
    .select()
    .from(proposal)
    .where(
      and(
        eq(proposal.organisationId, organisation),
        eq(proposal.customerId, customer),
        inArray(proposal.state, [...OPEN]),
      ),
    )
    .orderBy(asc(proposal.id))
    .for("update");
}

const byId = prepared(getTableColumns(proposal), ["organisation", "id"], (select, { organisation, id }) =>
  select.from(proposal).where(and(eq(proposal.organisationId, organisation), eq(proposal.id, id))),
);

/** The proposal as it stands, without a lock. */
export async function findProposal(tx: Tx, organisation: string, id: string): Promise<ProposalRow | undefined> {
  const [row] = await byId(tx, { organisation, id });
  return row;
}

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

/**
 * The restrictions of a proposal, each with the proposal's scope. While it is being entered or changed some may have no
 * parameters yet, and it may be withdrawn like that: those are left out.
 */
export function restrictionsOf(row: Pick<ProposalRow, "restrictions" | "services" | "state">): readonly Restriction[] {
  const written = row.restrictions.map((restriction) => ({ ...restriction, scope: row.services ?? "organisation" }));
  const whole = row.state !== "withdrawn" && !BEING_CHANGED.includes(row.state);
  if (whole) return written.map((restriction) => Restriction.parse(restriction));
  return written.flatMap((restriction) => Restriction.safeParse(restriction).data ?? []);
}

/** The proposer has it in hand, and can change what it asks for. */
export const BEING_CHANGED: readonly ProposalRow["state"][] = ["draft", "returned", "expired"];

/** Not at its end: with its proposer, or with the seniors. */
export const OPEN: readonly ProposalRow["state"][] = [...BEING_CHANGED, "submitted"];

/** The version after a change: the same when nothing is different, so that what was read back is still what it is. */
export function versionAfter(row: ProposalRow, change: Partial<ProposalRow>): number {
  const before = Object.fromEntries(Object.entries(row).filter(([column]) => column in change));
  return isDeepStrictEqual(asStored(before), asStored(change)) ? row.version : row.version + 1;
}

/**
 * The next version, where somebody else than the proposer changed what it rests on: what was read back is no longer what
 * would go out, and the questions with which it was returned are not answered by that.
 */
export function movedByOthers(row: ProposalRow): Pick<ProposalRow, "version" | "exchanges"> {
  const version = row.version + 1;
  const last = row.exchanges.length - 1;
  const isOpen = (place: number) => row.state === "returned" && place === last;
  const exchanges = row.exchanges.map((one, place) =>
    isOpen(place) && one.version === row.version ? { ...one, version } : one,
  );
  return { version, exchanges };
}

const asStored = (columns: object): unknown => JSON.parse(JSON.stringify(columns));

/** The kinds of restriction that a proposal holds, with or without their parameters. */
export function kindsOf(row: Pick<ProposalRow, "restrictions">): readonly RestrictionKind[] {
  return row.restrictions.map(({ kind }) => RestrictionKind.parse(kind));
}

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

const thisProposal = (organisation: string, id: string) =>
  and(eq(proposal.organisationId, organisation), eq(proposal.id, id));
