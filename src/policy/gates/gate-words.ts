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
 * Why a gate that asks holds a proposal, at the end of "would be held: …". Never the question itself: it may be a whole
 * text of a form, and some are asked only of certain customers.
 */
export const UNANSWERED_WORDS: Readonly<Record<GateName, string>> = {
  warned: "why there was no warning is not said",
  own_house: "what it is about is not said",
  customers_account: "nobody has said whether the customer’s side was asked",
  social_work: "the social work question is not answered",
  adjustments: "the adjustments question is not answered",
  continued: "what happened since is not said",
  proportionate: "why nothing less would do is not said",
  way_left_open: "the way left open is not named",
  linked: "what explains the restrictions is not said",
  dated: "the dates are not given",
  scope: "why the whole organisation is not said",
  meetings: "the question about meetings and voting is not answered",
  approvers: "who may decide is not said",
  minor_or_lacks_capacity: "the question about age and capacity is not answered",
};

/**
 * What a gate still asks for, wherever it is posted. Never the question itself: some are asked only of a minor, of somebody
 * who lacks capacity, or of a customer with a certain need whom Social Work knows (DESIGN decision 8).
 */
export const MISSING_WORDS: Readonly<Record<GateName, string>> = {
  ...GATE_WORDS,
  warned: "why there was no warning",
  own_house: "what it is about",
  customers_account: "the customer’s side",
  social_work: "the question to Social Work",
  adjustments: "reasonable adjustments to consider",
  proportionate: "why nothing less would do",
  scope: "why the whole organisation",
};
