/** All gates that a pack asks, in the pack's order. */
import type { Pack } from "../packs/pack.ts";
import type { GateName } from "../vocabulary.ts";
import { adjustments } from "./adjustments.ts";
import { approvers } from "./approvers.ts";
import { continued } from "./continued.ts";
import { customersAccount } from "./customers-account.ts";
import { dated } from "./dated.ts";
import type { Gate, GateFacts, GateResult } from "./gate.ts";
import { MISSING_WORDS } from "./gate-words.ts";
import { askGround } from "./ground.ts";
import { linked } from "./linked.ts";
import { meetings } from "./meetings.ts";
import { minorOrLacksCapacity } from "./minor-or-lacks-capacity.ts";
import { ownHouse } from "./own-house.ts";
import { proportionate } from "./proportionate.ts";
import { scope } from "./scope.ts";
import { socialWork } from "./social-work.ts";
import { warned } from "./warned.ts";
import { wayLeftOpen } from "./way-left-open.ts";

const GATE_BY_NAME: Readonly<Record<GateName, Gate>> = {
  warned,
  own_house: ownHouse,
  customers_account: customersAccount,
  social_work: socialWork,
  adjustments,
  continued,
  proportionate,
  way_left_open: wayLeftOpen,
  linked,
  dated,
  scope,
  meetings,
  approvers,
  minor_or_lacks_capacity: minorOrLacksCapacity,
};

/**
 * What these find good today can be over tomorrow, though nothing new is on record: a step runs out. `continued` rests on
 * a step too, and on what happened since, and `dated` on a first day and on that of the review: they take both days.
 */
const RUN_OUT: readonly GateName[] = ["warned"];

/**
 * One result for each gate of the pack; `today` is an ISO date (CASEWORK section 2). Where the pack does not ask our own
 * answer, the ground that the judgement rests on is asked apart. They are asked of the record as it is,
 * also while the seniors have the proposal; what only the time since then changed does not count, the proposer was in time.
 */
export function askGates(facts: GateFacts, pack: Pack, today: string): GateResult[] {
  const inTime = facts.sentOn ?? today;
  const ground = pack.gates.value.includes("own_house") ? undefined : askGround(facts.limb, pack);
  return [
    ...(ground ? [ground] : []),
    ...pack.gates.value.map((name) => GATE_BY_NAME[name](facts, pack, RUN_OUT.includes(name) ? inTime : today)),
  ];
}

export type Holding = Extract<GateResult, { code: "ask" | "block" }>;

/** Whether a gate keeps the proposal in: it blocks, or waits for an answer of the proposer. */
export function holds(result: GateResult): result is Holding {
  return result.code === "ask" || result.code === "block";
}

/** What the card prints before the passes: what is open or holds, in a few words each (WORDS: open gates first). */
export function openPoints(results: readonly GateResult[]): string[] {
  return results.filter(({ code }) => code !== "pass").map(inWords);
}

function inWords(result: GateResult): string {
  switch (result.code) {
    case "pass":
    case "open":
      return result.words;
    case "ask":
      return MISSING_WORDS[result.gate];
    case "block":
      return result.because;
  }
}
