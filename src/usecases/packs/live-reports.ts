/** Reports that wait for triage: what the ladder says under each pack. */
import { and, asc, eq } from "drizzle-orm";
import { incident } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";
import { type CaseFacts, type NextSteps, nextSteps } from "../../policy/ladder/next-steps.ts";
import { reportChanges } from "../../policy/packs/case-changes.ts";
import { packOf } from "../pack-of.ts";
import { asOf, incidentFact, loadCaseFacts } from "../steps/case-facts.ts";
import type { SimulatedCase } from "./live-cases.ts";
import type { Setting } from "./put-in-force.ts";

/** Which step is open under each pack. */
export async function openReports(tx: Tx, setting: Setting): Promise<readonly SimulatedCase[]> {
  const { own } = setting;
  const rows = await tx
    .select()
    .from(incident)
    .where(and(eq(incident.organisationId, own.id), eq(incident.state, "awaiting_triage")))
    .orderBy(asc(incident.ref));
  const cases: SimulatedCase[] = [];
  for (const row of rows) {
    const facts = row.customerId
      ? await loadCaseFacts(tx, own, { customer: row.customerId, report: row.id })
      : { incidents: [incidentFact(row, own)], stepsTaken: [], openProposal: null };
    const { before, after } = await underBoth(tx, facts, setting);
    const { packId, packVersion } = own;
    cases.push({
      ref: row.ref,
      what: "report",
      packId,
      packVersion,
      keeps: false,
      changes: reportChanges(before, after),
    });
  }
  return cases;
}

/** The ladder of the case under the pack in force and under the other. */
export async function underBoth(
  tx: Tx,
  facts: CaseFacts,
  { own, pack, at }: Setting,
): Promise<{ readonly before: NextSteps; readonly after: NextSteps }> {
  const day = asOf(own, at);
  const now = await packOf(tx, own.id, own);
  return { before: nextSteps(facts, now, day), after: nextSteps(facts, pack, day) };
}
