/** What was typed comes back: in a form that had faults, a draft, a proposal that was returned. */
import { describe, expect, it } from "vitest";
import type { Field } from "../../cards/model.ts";
import { type FormKind, faultField, RESTRICTION_FIELDS } from "../../cards/restriction-fields.ts";
import { withValues } from "../../cards/with-values.ts";
import { PARAMETERS } from "../../src/policy/restrictions/parameters.ts";
import { ALL_FORMS } from "./support/gallery.ts";

const options = [
  { value: "a", label: "A" },
  { value: "b", label: "B" },
];
const TEXT: Field = { kind: "text", id: "f", label: "F", required: false, multiline: false, maxLength: 10 };
const DATE: Field = { kind: "date", id: "f", label: "F", required: false };
const CHOICE: Field = { kind: "choice", id: "f", label: "F", required: false, options };
const CHOICES: Field = { kind: "choices", id: "f", label: "F", required: false, options };

describe("a form filled in with what was entered before", () => {
  it.each([
    ["text", TEXT, "x", "x"],
    ["a date", DATE, "2026-03-03", "2026-03-03"],
    ["a choice", CHOICE, "b", "b"],
    ["several choices", CHOICES, ["a", "b"], ["a", "b"]],
    ["one of several choices", CHOICES, "a", ["a"]],
    ["a choice that is no longer offered", CHOICE, "gone", undefined],
    ["choices of which one is no longer offered", CHOICES, ["gone", "b"], ["b"]],
    ["choices that are all gone", CHOICES, ["gone"], undefined],
    ["several answers to one question", TEXT, ["x", "y"], undefined],
    ["nothing", CHOICES, undefined, undefined],
  ])("takes %s", (_, field, entered, shown) => {
    expect(withValues([field], { f: entered })[0]?.value).toEqual(shown);
  });

  it("keeps what the form itself proposes where nothing was entered", () => {
    expect(withValues([{ ...DATE, value: "2026-03-03" }], { f: "" })).toEqual([{ ...DATE, value: "2026-03-03" }]);
  });

  it("does so for the second step of a proposal", () => {
    const filled = ALL_FORMS.filter(({ name }) => name === "proposal-details").map(({ fields }) =>
      Object.fromEntries(fields.map(({ id, value }) => [id, value])),
    );
    expect(filled).toContainEqual(
      expect.objectContaining({
        "named_officer-officer": "p.shah@northmoor.example",
        "named_officer-channels": ["email"],
        "call_times-from": "10:00",
        "call_times-maxMinutes": "10",
        scope: "organisation",
        scopeReason: "Contact was with 4 services.",
        exclusive: ["i1"],
      }),
    );
  });
});

describe("parameters of a restriction", () => {
  const entered: Record<FormKind, object> = {
    named_officer: { officer: "p.shah@northmoor.example", deputy: "j.reid@northmoor.example", channels: ["email"] },
    no_email: {},
    call_times: { days: ["tuesday"], windows: [{ from: "10:00", to: "12:00" }], maxMinutes: 10, maxPerWeek: 2 },
  };

  it.each(Object.entries(RESTRICTION_FIELDS))("come back as they were entered: %s", (kind, entry) => {
    const parameters = entered[kind as FormKind];
    expect(entry.parameters(entry.values({ ...parameters }))).toEqual(parameters);
  });
});

describe("a fault of a parameter", () => {
  it.each([
    ["named_officer", ["officer"], "named_officer-officer"],
    ["call_times", ["windows", "0", "from"], "call_times-from"],
    ["call_times", ["windows", "0", "to"], "call_times-to"],
    ["call_times", ["windows"], "call_times-to"],
    ["call_times", ["maxPerWeek"], "call_times-maxPerWeek"],
    ["call_times", [], "call_times-days"],
    ["no_email", [], "kinds"],
    ["topic_closed", ["topic"], "reason"],
  ])("of %s at %j stands at %s", (kind, path, field) => {
    expect(faultField(kind, path)).toBe(field);
  });

  it("stands at a field of the form, whatever the policy found wrong", () => {
    const ids = new Set(
      ALL_FORMS.filter(({ name }) => name === "proposal-details").flatMap(({ fields }) => fields.map(({ id }) => id)),
    );
    for (const kind of ["named_officer", "call_times"] as const) {
      const wrong = PARAMETERS[kind].safeParse({ windows: [{ from: "", to: "" }], maxMinutes: -1, channels: ["none"] });
      const fields = wrong.error?.issues.map(({ path }) => faultField(kind, path.map(String))) ?? [];
      expect(fields.length).toBeGreaterThan(0);
      expect(fields.filter((field) => !ids.has(field))).toEqual([]);
    }
  });
});
