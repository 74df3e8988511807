import type { GateName } from "../vocabulary.ts";

/** What a gate asks, in as few words as an approval card has room for (WORDS: passes in one line). */
export const GATE_WORDS: Readonly<Record<GateName, string>> = {
  warned: "warned",
  linked: "linked to reports",
  dated: "dated",
  scope: "scope",
  way_left_open: "a way left open",
  approvers: "enough may decide",
};
