/** The ladder of a customer, or of a report that names nobody on record: what the policy opens next. */
import type { Organisation } from "../../../db/queries/organisation.ts";
import type { Tx } from "../../../db/transaction.ts";
import { ROLE_WORDS } from "../../policy/arrangement/plain-words.ts";
import { listOf, sentenceCase, ukDate } from "../../policy/arrangement/uk-words.ts";
import type { Rung } from "../../policy/ladder/continued.ts";
import { type CaseFacts, type NextStep, type NextSteps, nextSteps } from "../../policy/ladder/next-steps.ts";
import type { Pack } from "../../policy/packs/pack.ts";
import { packOf } from "../pack-of.ts";
import type { IncidentRow } from "../triage.ts";
import { asOf, incidentFact, loadCaseFacts } from "./case-facts.ts";

type About = { readonly customer: string | null; readonly report: IncidentRow | undefined };

/** A line for each rung that is open, taken or not open yet, with why. */
export async function ladderOf(
  tx: Tx,
  { customer, report }: About,
  { own, now }: { own: Organisation; now: Date },
): Promise<readonly string[]> {
  const [pack, facts] = await Promise.all([packOf(tx, own.id, own), loadCase(tx, own, { customer, report })]);
  return ladderLines(nextSteps(facts, pack, asOf(own, now)), pack);
}

/**
 * What is on record of the customer; of a report that names nobody, the report, unless it came to nothing. Nothing starts
 * after one that is dealt with.
 */
export async function loadCase(tx: Tx, own: Organisation, { customer, report }: About): Promise<CaseFacts> {
  const after = report?.state === "awaiting_triage" ? { after: incidentFact(report, own) } : {};
  if (customer) return { ...(await loadCaseFacts(tx, own, { customer, report: report?.id ?? null })), ...after };
  const incidents = report && report.state !== "no_further_action" ? [incidentFact(report, own)] : [];
  return { incidents, stepsTaken: [], openProposal: null, ...after };
}

/** The same lines from what is known already. */
export function ladderLines({ rungs, shortRoad }: NextSteps, pack: Pack): readonly string[] {
  return rungs.flatMap((next) =>
    next.rung === "proposal" && shortRoad !== null ? [withoutWarning(shortRoad)] : rungWords(next, pack),
  );
}

const RUNGS = { advice: "advice", warning: "warning letter", proposal: "restriction" } as const;

function rungWords(next: NextStep, pack: Pack): readonly string[] {
  const name = sentenceCase(RUNGS[next.rung]);
  switch (next.code) {
    case "open":
      return [`${name}: open${forWhom(next.rung, pack)}.`];
    case "taken":
      return [`${name}: given ${ukDate(next.on)}, counts until ${ukDate(next.until)}.`];
    case "not_yet":
      return [`${name}: not yet. ${sentenceCase(next.because)}. ${next.opens}`];
    case "not_in_policy":
      return [];
  }
}

/** Said where it is for others than those who look at reports. */
function forWhom(rung: Rung, { steps, proposedBy }: Pack): string {
  const roles = (steps.find(({ step }) => step === rung)?.by ?? proposedBy).value;
  const words = roles.map((role) => (role === "officer" ? "officer it happened to" : ROLE_WORDS[role]));
  return roles.includes("service_manager") ? "" : `, for the ${listOf(words, "or")}`;
}

const withoutWarning = (reason: string): string => `Restriction: open without a warning, because ${reason}.`;
