/** 7.2.1, 7.2.2 and 7.3: what the service manager may do next on a case, and why the rest is not open yet. */
import { listOf } from "../arrangement/uk-words.ts";
import type { Pack, PackBypass } from "../packs/pack.ts";
import { STEPS, type Step } from "../vocabulary.ts";
import { restsOnWords } from "./bypass.ts";
import { happenedSince, type IncidentFact, type Rung } from "./continued.ts";
import { afresh, type Standing, standingOf } from "./standing.ts";
import type { AsOf, StepTaken } from "./step-standings.ts";
import { becauseGap, becauseMissing, opensGap, opensMissing } from "./step-words.ts";

/** What is on record about one customer. */
export type CaseFacts = {
  readonly incidents: readonly IncidentFact[];
  readonly stepsTaken: readonly StepTaken[];
  /** The reference of a proposal about the same reports that waits for its decision; null when there is none. */
  readonly openProposal: string | null;
  /** The report after which it is asked; left out: it is asked of the whole case. */
  readonly after?: IncidentFact;
};

export type NextStep =
  | { readonly rung: Rung; readonly code: "open" }
  /** On record and valid until that ISO date; it may be taken again. */
  | { readonly rung: Rung; readonly code: "taken"; readonly on: string; readonly until: string }
  | { readonly rung: Rung; readonly code: "not_yet"; readonly because: string; readonly opens: string }
  /** The policy goes without this step. */
  | { readonly rung: Rung; readonly code: "not_in_policy" };

/** A reason of the pack for going straight to a proposal. */
export type BypassChoice = {
  readonly code: string;
  readonly words: string;
  /** Whether it has to be said why, in writing. */
  readonly needsReason: boolean;
};

export type NextSteps = {
  readonly rungs: readonly NextStep[];
  readonly bypass: readonly BypassChoice[];
  /** Why the proposal is open without the steps that are missing, as the report itself records it; null: it is not. */
  readonly shortRoad: string | null;
};

/** One entry for advice, warning and proposal, in this order; and every bypass reason of the pack. */
export function nextSteps(facts: CaseFacts, pack: Pack, asOf: AsOf): NextSteps {
  const whole = standingOf(facts, pack, asOf);
  // A gap before the last step is not closed by what happens now: it takes that step again, on one that is valid now.
  const standing = whole.gaps.every(({ next }) => next === "proposal") ? whole : afresh(facts, pack, asOf);
  const scene = { facts, pack, standing, today: asOf.today };
  const proposal = proposalRung({ ...scene, standing: whole });
  return {
    rungs: [...STEPS.map((step) => stepRung(step, scene)), proposal],
    bypass: facts.incidents.length === 0 ? [] : pack.bypass.value.map((bypass) => choice(bypass, facts)),
    shortRoad: proposal.code === "open" ? null : shortRoad(facts, pack),
  };
}

/** The rung to take now where one is to be named: the first that is open; on the short road, the proposal. */
export function rungToTake({ rungs, shortRoad: road }: NextSteps): Rung | null {
  return road === null ? (rungs.find(({ code }) => code === "open")?.rung ?? null) : "proposal";
}

/** "If a serious threat of violence is made, then a warning letter is not necessary": nobody has to say why again. */
function shortRoad({ after, openProposal }: CaseFacts, pack: Pack): string | null {
  if (!after || openProposal !== null) return null;
  return pack.bypass.value.find((bypass) => !restsOnWords(bypass, [after]))?.words ?? null;
}

type Scene = {
  readonly facts: CaseFacts;
  readonly pack: Pack;
  readonly standing: Standing;
  readonly today: string;
};

const NOTHING_REPORTED = { because: "nothing is reported", opens: "Report what happened first." } as const;

function stepRung(rung: Step, { facts, pack, standing, today }: Scene): NextStep {
  const place = standing.steps.findIndex(({ step }) => step.step === rung);
  const own = standing.steps[place];
  const spoiled = standing.gaps.some(({ next }) => next === rung);
  if (own === undefined) return { rung, code: "not_in_policy" };
  if (own.code === "counts" && !spoiled) return { rung, code: "taken", on: own.on, until: own.until };
  if (facts.incidents.length === 0) return { rung, code: "not_yet", ...NOTHING_REPORTED };

  const before = standing.steps.slice(0, place);
  const missing = standing.missing.filter((step) => before.includes(step));
  if (missing.length > 0)
    return { rung, code: "not_yet", because: listOf(missing.map(becauseMissing)), opens: opensMissing(missing, pack) };
  const after = before.at(-1);
  if (after?.code !== "counts" || happenedSince(after, facts.incidents, today)) return { rung, code: "open" };
  return { rung, code: "not_yet", because: becauseGap({ after, next: rung }), opens: opensGap({ next: "proposal" }) };
}

function proposalRung({ facts, pack, standing: { missing, gaps } }: Scene): NextStep {
  const notYet = (because: string, opens: string): NextStep => ({ rung: "proposal", code: "not_yet", because, opens });
  const [gap] = gaps;

  if (facts.openProposal !== null)
    return notYet(
      `${facts.openProposal} waits for its decision`,
      "Wait for the decision. Whoever proposed it can withdraw it.",
    );
  if (facts.incidents.length === 0) return notYet(NOTHING_REPORTED.because, NOTHING_REPORTED.opens);
  if (missing.length > 0) return notYet(listOf(missing.map(becauseMissing)), opensMissing(missing, pack));
  return gap ? notYet(becauseGap(gap), opensGap(gap)) : { rung: "proposal", code: "open" };
}

function choice(bypass: PackBypass, { incidents }: CaseFacts): BypassChoice {
  return { code: bypass.code, words: bypass.words, needsReason: restsOnWords(bypass, incidents) };
}
