/** The cards of reports that nobody has looked at yet, when the staff are others. */
import { and, asc, eq, isNotNull, max } from "drizzle-orm";
import { copy, incident } from "../schema/index.ts";
import { sqlOf, type Tx } from "../transaction.ts";

/** Reports that wait, and in whose hands each is. */
export async function loadWaitingReports(
  tx: Tx,
  organisation: string,
): Promise<readonly { readonly id: string; readonly triageOfficerId: string | null }[]> {
  return await tx
    .select({ id: incident.id, triageOfficerId: incident.triageOfficerId })
    .from(incident)
    .where(
      and(
        eq(incident.organisationId, organisation),
        eq(incident.state, "awaiting_triage"),
        isNotNull(incident.triageOfficerId),
      ),
    )
    .orderBy(asc(incident.id));
}

/** The round of a report's card that is a new message for whoever gets it, whether they had one before or not; 2 at least. */
export async function nextTriageRound(tx: Tx, organisation: string, report: string): Promise<number> {
  const [last] = await tx
    .select({ round: max(copy.round) })
    .from(copy)
    .where(and(eq(copy.organisationId, organisation), eq(copy.subjectId, report), eq(copy.kind, "triage")));
  return (last?.round ?? 1) + 1;
}

/**
 * Brings those up to date that these people hold, and those of anybody but whoever has the report in hand: what they may
 * do goes by who is away. Not every card of every report: one account that is linked would hold up the alerts behind them.
 */
export async function refreshTriageCopies(tx: Tx, organisation: string, people: readonly string[]): Promise<void> {
  await sqlOf(tx)`
    with changed as (
      update copy c set wanted = c.wanted + 1 from incident i
      where c.organisation_id = ${organisation}::uuid and c.kind = 'triage' and c.officer_id is not null
        and i.organisation_id = c.organisation_id and i.id = c.subject_id and i.state = 'awaiting_triage'
        and (c.officer_id is distinct from i.triage_officer_id or c.officer_id = any (${[...people]}::uuid[]))
      returning c.*)
    select jobs.enqueue(jsonb_agg(to_jsonb(changed))) from changed`;
}

/** Brings all of them up to date: another policy opens other rungs, to others. */
export async function refreshEveryTriage(tx: Tx, organisation: string): Promise<void> {
  await sqlOf(tx)`
    with changed as (
      update copy c set wanted = c.wanted + 1 from incident i
      where c.organisation_id = ${organisation}::uuid and c.kind = 'triage' and i.organisation_id = c.organisation_id
        and i.id = c.subject_id and i.state = 'awaiting_triage'
      returning c.*)
    select jobs.enqueue(jsonb_agg(to_jsonb(changed))) from changed`;
}

/**
 * Brings those up to date of a customer's reports that wait: what the policy opens next after one of them goes by all that
 * is on record of the customer. `null`: of nobody.
 */
export async function refreshTriageOf(tx: Tx, organisation: string, customer: string | null): Promise<void> {
  if (customer === null) return;
  await sqlOf(tx)`
    with changed as (
      update copy c set wanted = c.wanted + 1 from incident i
      where c.organisation_id = ${organisation}::uuid and c.kind = 'triage' and i.organisation_id = c.organisation_id
        and i.id = c.subject_id and i.customer_id = ${customer}::uuid and i.state = 'awaiting_triage'
      returning c.*)
    select jobs.enqueue(jsonb_agg(to_jsonb(changed))) from changed`;
}
