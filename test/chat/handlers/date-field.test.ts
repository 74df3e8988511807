/** What is wrong with a day of a proposal stands beside that day. */
import { expect, it } from "vitest";
import { dateField } from "../../../src/chat/handlers/propose/date-field.ts";
import { dated } from "../../../src/policy/gates/dated.ts";
import type { GateFacts } from "../../../src/policy/gates/gate.ts";
import { aProposal, TODAY } from "../../policy/gates/some-facts.ts";
import { UNACCEPTABLE } from "../../policy/packs/known-packs.ts";

it.each<[string, Partial<GateFacts>, string]>([
  ["no start", { startsOn: null }, "startsOn"],
  ["a start in the past", { startsOn: "2026-03-02" }, "startsOn"],
  ["no end", { endsOn: null }, "endsOn"],
  ["an end before the start", { endsOn: "2026-03-03" }, "endsOn"],
  ["an end too far off", { endsOn: "2027-09-04" }, "endsOn"],
  ["no review", { reviewOn: null }, "reviewOn"],
  ["a review after the end", { reviewOn: "2026-09-05" }, "reviewOn"],
  ["a review before the start", { reviewOn: "2026-03-03" }, "reviewOn"],
  ["a review too late for the pack", { endsOn: "2027-03-01", reviewOn: "2027-02-01" }, "reviewOn"],
])("%s", (_, change, field) => {
  const held = dated(aProposal(change), UNACCEPTABLE, TODAY);
  expect(held.code === "block" && dateField(held)).toBe(field);
});
