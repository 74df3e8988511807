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
