import { describe, expect, it } from "vitest";
import { fillText, PackText } from "../../../src/policy/packs/pack-text.ts";
import { PERSISTENT } from "./known-packs.ts";

const VALUES = {
  customer: "Alex Morgan",
  officer: "Sam Hale",
  service: "Housing",
  organisation: "Northmoor Council",
  policy: "policy",
  reference: "R-2031",
  what_happened: "You rang 14 times about {what_to_change}.",
  what_to_change: "Please ring once a week.",
};

const faultOf = (text: string): string | undefined => PackText.safeParse(text).error?.issues[0]?.message;

describe("a text of a pack", () => {
  it.each([
    ["Dear {name}", /^\{name\} is not a place to fill: use \{customer\}, /],
    ["Dear {customer", /brace/],
    ["Dear customer}", /brace/],
    ["You are being difficult.", /"difficult" judges the customer/],
    [" ", /./],
  ])("%j is refused", (text, message) => {
    expect(faultOf(text)).toMatch(message);
  });

  it.each([["Dear {customer}"], ["We ask you to change this: {what_to_change}"]])("%j is right", (text) => {
    expect(faultOf(text)).toBeUndefined();
  });

  it("is filled in, each place wherever it stands, and what is filled in is left alone", () => {
    expect(fillText("{officer}, {service}: {what_happened} {officer}", VALUES)).toBe(
      "Sam Hale, Housing: You rang 14 times about {what_to_change}. Sam Hale",
    );
  });

  it("tells the customer all that 7.2.1 asks, by phone and in writing", () => {
    const advice = PERSISTENT.steps[0];
    for (const lines of [advice?.script.value, advice?.written.value?.lines]) {
      const said = (lines ?? []).map(({ words }) => fillText(words, VALUES)).join(" ");
      expect(said).toMatch(/causes us concern.*change this: Please ring once a week\..*If it goes on/s);
      expect(said).toContain("You rang 14 times");
    }
  });
});
