import { describe, expect, it } from "vitest";
import { addsNothing, type CardAlert, likenessOf, mayHold } from "../../../src/policy/screening/same-card.ts";
import { SERIES } from "../../../src/policy/screening/series.ts";

const AT = Date.parse("2026-03-02T10:00:00Z");
const told = (...parts: readonly (readonly [string, "reached" | "point_of_contact" | "standing_in" | undefined])[]) =>
  new Map(parts);

const head: CardAlert = {
  about: { ref: "C-1", tier: "identified" },
  outcome: "breach",
  decided: [
    { id: "r-1", outcome: "breach" },
    { id: "r-2", outcome: "breach" },
  ],
  handling: ["do_not_reply", "ask_to_write"],
  handled: false,
  at: AT,
  told: told(["ben", undefined], ["ann", undefined], ["mona", undefined]),
  series: null,
  likeness: "alike",
  gatheredIn: null,
  isOpen: true,
};
const alert: CardAlert = {
  ...head,
  at: AT + SERIES - 1,
  decided: head.decided.toReversed(),
  handling: head.handling.toReversed(),
  told: told(["ben", "reached"], ["ann", "point_of_contact"]),
};

describe("an alert stands in the card of another", () => {
  it("that says the same within the hour, to all of its people", () => {
    expect(mayHold(head, alert)).toBe(true);
    expect(mayHold(head, { ...alert, at: AT - SERIES + 1 })).toBe(true);
    expect(mayHold(head, { ...alert, told: told(["mona", "standing_in"]) })).toBe(true);
  });

  it.each([
    ["an hour later", alert, { at: AT + SERIES }],
    ["an hour before", alert, { at: AT - SERIES }],
    ["about somebody else", alert, { about: { ref: "C-2", tier: "identified" } }],
    ["less sure", alert, { about: { ref: "C-1", tier: "probable" } }],
    ["only on conditions", alert, { outcome: "conditional" }],
    ["by another clause", alert, { decided: [{ id: "r-1", outcome: "breach" }] }],
    ["that asks for something else", alert, { handling: ["do_not_reply"] }],
    ["that the named officer has", alert, { handled: true }],
    ["that somebody else is told of too", alert, { told: told(["ben", "reached"], ["cora", "reached"]) }],
    ["of which only the named officer can be told", alert, { told: told(["ann", "point_of_contact"]) }],
    ["of which nobody can be told", alert, { told: told() }],
  ] as const)("not one %s", (_, one, different) => {
    expect(mayHold(head, { ...one, ...different })).toBe(false);
  });

  it.each([
    ["stands in another's", { gatheredIn: "a-1" }],
    ["was answered", { isOpen: false }],
    ["the named officer has", { handled: true }],
  ])("not of one that %s", (_, different) => {
    const said: CardAlert = { ...head, ...different };
    expect(mayHold(said, { ...alert, handled: said.handled })).toBe(false);
  });

  it("never a possible match", () => {
    const unsure = { outcome: "possible_match", told: told() } as const;
    expect(mayHold({ ...head, ...unsure }, { ...alert, ...unsure })).toBe(false);
  });
});

it("a further contact only counts where nothing is said otherwise and nobody more is told", () => {
  expect(addsNothing(head, { ...head, told: told(["ben", "reached"]) })).toBe(true);
  expect(addsNothing(head, { ...head, told: told(["cora", "reached"]) })).toBe(false);
  expect(addsNothing(head, { ...head, outcome: "conditional" })).toBe(false);
});

it("what alerts share goes by their series, else by what their conversation says", () => {
  expect(likenessOf({ series: "s", likeness: null })).toBe("s");
  expect(likenessOf({ series: null, likeness: "l" })).toBe("l");
  expect(likenessOf({ series: null, likeness: null })).toBeNull();
});
