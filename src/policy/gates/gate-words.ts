import type { GateName } from "../vocabulary.ts";

/** What a gate asks, in as few words as an approval card has room for (WORDS: passes in one line). */
export const GATE_WORDS: Readonly<Record<GateName, string>> = {
  warned: "warned",
  own_house: "our own answer",
  customers_account: "their side asked",
  social_work: "Social Work",
  adjustments: "adjustments asked",
  continued: "it went on",
  proportionate: "nothing less would do",
  way_left_open: "a way left open",
  linked: "linked to reports",
  dated: "dated",
  scope: "scope",
  meetings: "meetings and voting",
  approvers: "enough may decide",
  minor_or_lacks_capacity: "age and capacity",
};

/**
 * What a gate still asks for, wherever it is posted. Never the question itself: some are asked only of a minor, of somebody
 * who lacks capacity, or of a customer with a certain need whom Social Work knows (DESIGN decision 8).
 */
export const MISSING_WORDS: Readonly<Record<GateName, string>> = {
  ...GATE_WORDS,
  warned: "why there was no warning",
  own_house: "what it is about, and our answer",
  customers_account: "the customer’s side",
  social_work: "the question to Social Work",
  adjustments: "reasonable adjustments to consider",
  proportionate: "why nothing less would do",
  scope: "why the whole organisation",
};
