/** The ladder of a customer, or of a report that names nobody on record: what the policy opens next. */
import type { Organisation } from "../../../db/queries/organisation.ts";
import type { Tx } from "../../../db/transaction.ts";
import { sentenceCase, ukDate } from "../../policy/arrangement/uk-words.ts";
import { type NextStep, nextSteps } from "../../policy/ladder/next-steps.ts";
import { packOf } from "../pack-of.ts";
import type { IncidentRow } from "../triage.ts";
import { asOf, incidentFact, loadCaseFacts } from "./case-facts.ts";

/** A line for each rung that is open, taken or not open yet, with why. */
export async function ladderOf(
  tx: Tx,
  { customer, report }: { customer: string | null; report: IncidentRow | undefined },
  { own, now }: { own: Organisation; now: Date },
): Promise<readonly string[]> {
  const pack = await packOf(tx, own.id, own);
  const facts = customer
    ? await loadCaseFacts(tx, own, customer)
    : { incidents: report ? [incidentFact(report, own)] : [], stepsTaken: [], openProposal: null };
  const { rungs, bypass } = nextSteps(facts, pack, asOf(own, now));
  return [...rungs.flatMap(rungWords), ...bypass.flatMap((one) => (one.code === "open" ? [shortcut(one.words)] : []))];
}

const RUNGS = { advice: "advice", warning: "warning letter", proposal: "restriction" } as const;

function rungWords(next: NextStep): readonly string[] {
  const name = sentenceCase(RUNGS[next.rung]);
  switch (next.code) {
    case "open":
      return [`${name}: open.`];
    case "taken":
      return [`${name}: given ${ukDate(next.on)}, counts until ${ukDate(next.until)}.`];
    case "not_yet":
      return [`${name}: not yet. ${sentenceCase(next.because)}. ${next.opens}`];
    case "not_in_policy":
      return [];
  }
}

const shortcut = (words: string): string => `Restriction without a warning: open, because ${words}.`;
