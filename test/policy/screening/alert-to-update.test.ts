import { expect, it } from "vitest";
import { alertToUpdate } from "../../../src/policy/screening/alert-to-update.ts";
import type { Tier } from "../../../src/policy/vocabulary.ts";

const person = (ref: string, tier: Tier) => ({ ref, tier, side: "customer" as const });
const alert = (tier: Tier, ref: string, ...others: readonly string[]) => ({
  about: person(ref, tier),
  others: others.map((other) => person(other, "possible")),
});

it.each([
  ["the same customer", alert("identified", "C-1"), alert("probable", "C-1"), true],
  ["another customer", alert("identified", "C-1"), alert("identified", "C-2"), false],
  ["another, mentioned before", alert("identified", "C-1", "C-2"), alert("identified", "C-2"), false],
  ["surer of one of two possible", alert("possible", "C-1", "C-2"), alert("identified", "C-2"), true],
  ["less sure later", alert("identified", "C-2"), alert("possible", "C-1", "C-2"), true],
  ["possible, and somebody else", alert("possible", "C-1"), alert("identified", "C-2"), false],
])("one alert or two in a conversation: %s", (_, before, now, same) => {
  const raised = { ...before, id: "a" };
  expect(alertToUpdate([raised], now)).toBe(same ? raised : undefined);
});
