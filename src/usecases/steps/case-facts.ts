/** What is on record about one customer, as the ladder reads it (7.2). */
import { and, asc, eq, ne, sql } from "drizzle-orm";
import { prepared } from "../../../db/prepared.ts";
import type { Organisation } from "../../../db/queries/organisation.ts";
import { type GivenStep, loadGivenSteps } from "../../../db/queries/steps.ts";
import { incident, proposal, proposalIncident } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";
import type { CaseFacts } from "../../policy/ladder/next-steps.ts";
import type { AsOf, StepTaken } from "../../policy/ladder/step-standings.ts";
import { localDate } from "../../policy/working-time/dates.ts";
import { holidaysOf } from "../holidays-of.ts";

/** Incidents and steps of a customer. Reports that came to nothing are not held against anybody. */
export async function loadRecord(
  tx: Tx,
  own: Organisation,
  customer: string,
): Promise<Omit<CaseFacts, "openProposal">> {
  const [reports, steps] = await Promise.all([
    loadReports(tx, own.id, customer),
    loadGivenSteps(tx, own.id, { customer, proposal: null }),
  ]);
  return { incidents: reports.map((row) => incidentFact(row, own)), stepsTaken: steps.map(stepTaken) };
}

type Subject = { readonly customer: string; readonly report: string | null };

/** The same, and the proposal that waits: about this report; of a whole case, when none of its reports waits for another. */
export async function loadCaseFacts(tx: Tx, own: Organisation, { customer, report }: Subject): Promise<CaseFacts> {
  const [record, openProposal] = await Promise.all([
    loadRecord(tx, own, customer),
    loadOpenProposal(tx, own.id, { customer, report }),
  ]);
  return { ...record, openProposal };
}

async function loadOpenProposal(tx: Tx, organisation: string, { customer, report }: Subject): Promise<string | null> {
  const about = report
    ? sql`exists (select from ${proposalIncident} i where i.organisation_id = ${organisation}::uuid
        and i.proposal_id = ${proposal}.id and i.incident_id = ${report}::uuid and i.proposed_from)`
    : sql`not exists (select from ${incident} i where i.organisation_id = ${organisation}::uuid
        and i.customer_id = ${customer}::uuid and i.state = 'awaiting_triage')`;
  const [open] = await tx
    .select({ ref: proposal.ref })
    .from(proposal)
    .where(
      and(
        eq(proposal.organisationId, organisation),
        eq(proposal.customerId, customer),
        eq(proposal.state, "submitted"),
        about,
      ),
    )
    .orderBy(asc(proposal.ref))
    .limit(1);
  return open?.ref ?? null;
}

type ReportRow = Pick<typeof incident.$inferSelect, "ref" | "occurredAt" | "seriousThreat">;

const reportsOf = prepared(
  { ref: incident.ref, occurredAt: incident.occurredAt, seriousThreat: incident.seriousThreat },
  ["organisation", "customer"],
  (select, { organisation, customer }) =>
    select
      .from(incident)
      .where(
        and(
          eq(incident.organisationId, organisation),
          eq(incident.customerId, customer),
          ne(incident.state, "no_further_action"),
        ),
      )
      .orderBy(asc(incident.occurredAt)),
);

/** The customer's reports, the oldest first, for whoever needs no more of their case. */
export async function loadReports(tx: Tx, organisation: string, customer: string): Promise<readonly ReportRow[]> {
  return await reportsOf(tx, { organisation, customer });
}

/** One report as the ladder reads it. */
export function incidentFact(row: ReportRow, { timeZone }: Pick<Organisation, "timeZone">) {
  return { ref: row.ref, on: localDate(row.occurredAt, timeZone), seriousThreat: row.seriousThreat };
}

/** A given step as the ladder reads it; receipt is only deemed, by the pack's days. */
export function stepTaken({ kind, givenOn, how, incidentId }: GivenStep): StepTaken {
  return { step: kind, on: givenOn, how, receivedOn: null, fromBefore: incidentId === null };
}

/** The organisation's day, and its days off around it. */
export function asOf(own: Organisation, at: Date): AsOf {
  return {
    today: localDate(at, own.timeZone),
    calendar: { timeZone: own.timeZone, holidays: holidaysOf(own, at) },
  };
}
