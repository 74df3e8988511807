/** Proposals as the policy functions want them. */
import { isDeepStrictEqual } from "node:util";
import { and, asc, eq, gte, inArray, ne, or, sql } from "drizzle-orm";
import type { ProposalRecord } from "../../src/policy/approval/open-proposal.ts";
import { Restriction } from "../../src/policy/restrictions/restriction.ts";
import { RestrictionKind } from "../../src/policy/vocabulary.ts";
import { localDate, monthsStarted } from "../../src/policy/working-time/dates.ts";
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

/** The proposal as it stands, without a lock. */
export async function findProposal(tx: Tx, organisation: string, id: string): Promise<ProposalRow | undefined> {
  const [row] = await tx.select().from(proposal).where(thisProposal(organisation, id));
  return row;
}

/**
 * What a proposal rests on: its reports, those of them that its decision deals with, earlier steps, the seniors asked
 * so far, and the officers whom the customer complained about.
 */
export async function loadProposalParts(
  tx: Tx,
  {
    organisationId,
    id,
    customerId,
    startedAt,
  }: Pick<ProposalRow, "organisationId" | "id" | "customerId" | "startedAt">,
) {
  const incidents = await tx
    .select({
      proposedFrom: proposalIncident.proposedFrom,
      explains: proposalIncident.explains,
      id: incident.id,
      ref: incident.ref,
      reporterId: incident.reporterId,
      affected: incident.affected,
      occurredAt: incident.occurredAt,
      seriousThreat: incident.seriousThreat,
    })
    .from(proposalIncident)
    .innerJoin(
      incident,
      and(eq(incident.organisationId, proposalIncident.organisationId), eq(incident.id, proposalIncident.incidentId)),
    )
    .where(
      and(
        eq(proposalIncident.organisationId, organisationId),
        eq(proposalIncident.proposalId, id),
        or(eq(proposalIncident.proposedFrom, true), and(explainsSomething, stillExplains(customerId))),
      ),
    )
    .orderBy(asc(incident.occurredAt), asc(incident.id));
  const steps = await loadGivenSteps(tx, organisationId, { customer: customerId, proposal: id });
  const approvers = await tx
    .select()
    .from(approver)
    .where(and(eq(approver.organisationId, organisationId), eq(approver.proposalId, id)));
  const dealtWith = incidents.filter(({ proposedFrom }) => proposedFrom);
  const complainedAbout = await loadComplainedAbout(tx, { organisationId, id, customerId, startedAt });
  return { incidents, dealtWith, steps, approvers, complainedAbout };
}

/**
 * A complaint is the customer's: recorded with one of their proposals, it counts in each that was open at some time since
 * that one began, and goes on counting when the one that carried it closes (CASEWORK section 4). What closed before was
 * carried over when this one began, and may have been taken back in it.
 */
export async function loadComplainedAbout(
  tx: Tx,
  {
    organisationId,
    id,
    customerId,
    startedAt,
  }: Pick<ProposalRow, "organisationId" | "id" | "customerId" | "startedAt">,
): Promise<string[]> {
  const rows = await tx
    .select({ officers: proposal.complainedAbout })
    .from(proposal)
    .where(
      and(
        eq(proposal.organisationId, organisationId),
        eq(proposal.customerId, customerId),
        or(eq(proposal.id, id), inArray(proposal.state, [...OPEN]), gte(proposal.decidedAt, startedAt)),
      ),
    );
  return [...new Set(rows.flatMap(({ officers }) => officers))];
}

const explainsSomething = sql`cardinality(${proposalIncident.explains}) > 0`;

/** A report that came to nothing after it was linked, or that is somebody else's, explains nothing. */
const stillExplains = (customer: string) =>
  and(eq(incident.customerId, customer), ne(incident.state, "no_further_action"));

export type ProposalParts = Awaited<ReturnType<typeof loadProposalParts>>;

/**
 * The restrictions of a proposal, each with the proposal's scope. While it is being entered or changed some may have no
 * parameters yet: those are left out.
 */
export function restrictionsOf(row: Pick<ProposalRow, "restrictions" | "services" | "state">): readonly Restriction[] {
  const written = row.restrictions.map((restriction) => ({ ...restriction, scope: row.services ?? "organisation" }));
  if (!BEING_CHANGED.includes(row.state)) return written.map((restriction) => Restriction.parse(restriction));
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
    decisions: parts.approvers.flatMap(({ officerId, verdict, verdictAt, reason }) =>
      verdict && verdictAt ? [{ by: officerId, verdict, reason, at: verdictAt }] : [],
    ),
    bypass: row.bypass,
  };
}

const thisProposal = (organisation: string, id: string) =>
  and(eq(proposal.organisationId, organisation), eq(proposal.id, id));
