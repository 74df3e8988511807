import { expect, it } from "vitest";
import { screenForm } from "../../cards/screen-form.ts";

const { fields } = screenForm({
  target: { id: "00000000-0000-4000-8000-000000000001", version: 0 },
  services: ["Housing"],
  now: { day: "2026-03-03", time: "09:30" },
});

it("asks the officer about the customer, and never speaks to the customer", () => {
  const protectedReason = fields.find(({ id }) => id === "protectedReason");
  const labels =
    protectedReason && "options" in protectedReason ? protectedReason.options.map(({ label }) => label) : [];
  expect(labels).toContain("Something the customer wants to tell their councillor or MP");
  expect(labels.filter((label) => /\byou/i.test(label))).toEqual([]);
});

it("says that a name alone is not enough to check", () => {
  const hints = fields.map(({ hint }) => hint).join(" ");
  expect(hints).toContain("Any one of the first three is enough. A name alone is not enough to check.");
});
