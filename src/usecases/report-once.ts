/** The same form sent twice is one report: the second gets the answer of the first again. */
import { eq, sql } from "drizzle-orm";
import { v5 as derivedId } from "uuid";
import { whoWasAlerted } from "../../db/queries/safety-alerts.ts";
import { loadStaff } from "../../db/queries/staff.ts";
import { incident } from "../../db/schema/index.ts";
import type { Tx } from "../../db/transaction.ts";
import type { ReportContact, ReportOutcome } from "./report-contact.ts";

/** A form from an alert names the alert: each officer whom it reached reports for themselves. */
export function submissionOf({ actor, alert, submission }: ReportContact): string {
  return alert ? derivedId(submission, actor.officer) : submission;
}

/** Whoever sends the same form at the same moment waits here, and finds the report of the first. */
export async function findReport(tx: Tx, submission: string) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${submission}, 0))`);
  const [row] = await tx.select().from(incident).where(eq(incident.submission, submission));
  return row;
}

/** What the first one heard. */
export async function reported(
  tx: Tx,
  row: NonNullable<Awaited<ReturnType<typeof findReport>>>,
): Promise<ReportOutcome> {
  const staff = await loadStaff(tx, row.organisationId, new Set());
  const triageName = staff.find((officer) => officer.id === row.triageOfficerId)?.name ?? null;
  const alerted = row.seriousThreat ? await whoWasAlerted(tx, row.organisationId, row.id) : null;
  return { code: "reported", ref: row.ref, alerted, triageName };
}
