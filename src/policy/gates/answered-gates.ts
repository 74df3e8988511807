import type { GateName } from "../vocabulary.ts";

/** The gates that somebody answers after the details are entered; the others are computed from what is on record by then. */
const ANSWERED: readonly GateName[] = [
  "own_house",
  "customers_account",
  "social_work",
  "adjustments",
  "proportionate",
  "meetings",
  "minor_or_lacks_capacity",
];

/** Whether a gate is answered in the third step of a proposal, or by somebody else after it. */
export function isAnsweredLater(gate: GateName): boolean {
  return ANSWERED.includes(gate);
}
