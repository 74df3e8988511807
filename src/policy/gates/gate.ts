/** What a gate says before a proposal goes out, and what it reads. */

import type { Pack } from "../packs/pack.ts";
import type { Restriction } from "../restrictions/restriction.ts";
import type { GateName, Step } from "../vocabulary.ts";

/** Every result names the clause or section it follows, and is printed on the approval card. */
export type GateResult =
  | { readonly code: "pass"; readonly gate: GateName; readonly source: string; readonly words: string }
  | { readonly code: "ask"; readonly gate: GateName; readonly source: string; readonly question: string }
  | {
      readonly code: "block";
      readonly gate: GateName;
      readonly source: string;
      readonly because: string;
      /** What to do instead: what would open the gate. */
      readonly opens: string;
    };

/** A step that is on record: the informal advice, or the warning letter. */
export type StepTaken = {
  readonly step: Step;
  /** The ISO date on which the customer was told; null when it is said to have happened, without a date. */
  readonly on: string | null;
};

/** The record that the gates compute from. Dates are ISO dates in the organisation's time zone. */
export type GateFacts = {
  readonly restrictions: readonly Restriction[];
  /** References of the incidents that the reasons rest on. */
  readonly incidents: readonly string[];
  readonly stepsTaken: readonly StepTaken[];
  readonly bypass: { readonly code: string; readonly reason: string } | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly reviewOn: string | null;
  /** Why the whole organisation and not a service. */
  readonly scopeReason: string | null;
  /** The way that stays open under `all_contact`: an address or representative, and who reads it. */
  readonly openWay: string | null;
  /** Named officers who are away and have no deputy, by the id that the restriction names. */
  readonly awayWithoutDeputy: readonly string[];
  /** How many eligible people could be asked, the length of `eligibleApprovers`, and how many must approve. */
  readonly eligibleApprovers: number;
  readonly quorum: number;
};

/** One rule before a proposal: the facts, the pack and today's ISO date in; pass, ask or block out. */
export type Gate = (facts: GateFacts, pack: Pack, today: string) => GateResult;

/** Whether a text says something. */
export function isSaid(text: string | null): text is string {
  return text !== null && text.trim() !== "";
}
