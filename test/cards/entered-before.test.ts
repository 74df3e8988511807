/** What was typed comes back: in a form that had faults, a draft, a proposal that was returned. */
import { describe, expect, it } from "vitest";
import type { Field, Values } from "../../cards/model.ts";
import { faultField, faultWords, fieldsOf, parametersOf, valuesOf } from "../../cards/restriction-fields.ts";
import { withValues } from "../../cards/with-values.ts";
import { PARAMETERS } from "../../src/policy/restrictions/parameters.ts";
import { RESTRICTION_KINDS, type RestrictionKind } from "../../src/policy/vocabulary.ts";
import { ALL_FORMS } from "./support/gallery.ts";

const options = [
  { value: "a", label: "A" },
  { value: "b", label: "B" },
];
const TEXT: Field = { kind: "text", id: "f", label: "F", required: false, multiline: false, maxLength: 10 };
const DATE: Field = { kind: "date", id: "f", label: "F", required: false };
const CHOICE: Field = { kind: "choice", id: "f", label: "F", required: false, options };
const PEOPLE: Field = {
  kind: "people",
  id: "f",
  label: "F",
  required: false,
  among: "here",
  many: true,
  known: options,
};
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
    ["a list in a text of several lines", { ...TEXT, multiline: true }, ["x", "y"], "x\ny"],
    ["people, in any case", PEOPLE, ["B", "gone"], ["b"]],
    ["one of them", PEOPLE, "a", ["a"]],
    ["people who are all unknown", PEOPLE, ["gone"], undefined],
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
        "named_officer-officer": ["p.shah@northmoor.example"],
        "named_officer-channels": ["email"],
        "call_times-from": "10:00",
        "call_times-maxMinutes": "10",
        "topic_closed-topicRefs": "CT-88\nCT-90",
        "no_contact_with_officers-officers": ["p.shah@northmoor.example"],
        openWay: "letters to PO Box 12",
        openWayBy: "letter",
        openWayReader: ["p.shah@northmoor.example"],
        scope: "organisation",
        scopeReason: "Contact was with 4 services.",
        exclusive: ["i1"],
      }),
    );
  });
});

const officer = "p.shah@northmoor.example";
const other = "j.reid@northmoor.example";
const known = [officer, other].map((value) => ({ value, label: value }));
const WINDOWS = [
  { from: "09:00", to: "10:00" },
  { from: "12:00", to: "13:30" },
  { from: "16:00", to: "17:00" },
];

describe("parameters of a restriction", () => {
  const entered: Record<RestrictionKind, object> = {
    third_party_only: { channels: ["phone", "visit"] },
    no_email: {},
    premises_by_appointment: { premises: ["Town Hall", "Central Library"] },
    named_officer: { officer, deputy: other, channels: ["email"] },
    call_times: { days: ["tuesday"], windows: [{ from: "10:00", to: "12:00" }], maxMinutes: 10, maxPerWeek: 2 },
    witnessed: {},
    topic_closed: { topicRefs: ["CT-88"], keywords: ["parking fine", "permit"], reader: officer },
    social_media: { platforms: ["x", "facebook"], mode: "restricted" },
    home_visits: { mode: "pairs" },
    no_contact_with_officers: { officers: [officer, other] },
    channels_only: { channels: ["letter"] },
    all_contact: {},
  };
  /** What a chat sends when the form is sent as it was opened. */
  const sent = (fields: readonly Field[]): Values => Object.fromEntries(fields.map(({ id, value }) => [id, value]));

  it.each(RESTRICTION_KINDS)("come back as they were entered: %s", (kind) => {
    expect(PARAMETERS[kind].parse(entered[kind])).toEqual(entered[kind]);
    const form = withValues(fieldsOf(kind, known), valuesOf(kind, { ...entered[kind] }));
    expect(parametersOf(kind, sent(form))).toEqual(entered[kind]);
  });

  it("hold up to three times of the day, the earliest first, whichever pair they were entered in", () => {
    const shown = valuesOf("call_times", { windows: WINDOWS });
    expect(parametersOf("call_times", shown)).toEqual({ windows: WINDOWS });
    const [first, second] = WINDOWS;
    const late = { "call_times-from": second?.from, "call_times-to": second?.to };
    const values = { ...late, "call_times-from3": first?.from, "call_times-to3": first?.to };
    expect(parametersOf("call_times", values)).toEqual({ windows: [first, second] });
  });

  it("are of their own kind, whatever else was answered", () => {
    const everything = Object.assign({}, ...RESTRICTION_KINDS.map((kind) => valuesOf(kind, { ...entered[kind] })));
    for (const kind of RESTRICTION_KINDS) expect(parametersOf(kind, everything)).toEqual(entered[kind]);
  });

  it("look for somebody outside the staff as the point of contact, not as a reader or to be kept apart", () => {
    const asked = RESTRICTION_KINDS.flatMap((kind) => fieldsOf(kind, [])).flatMap((field) =>
      field.kind === "people" ? [[field.id, field.among, field.many]] : [],
    );
    expect(asked).toEqual([
      ["named_officer-officer", "here-or-outside", false],
      ["named_officer-deputy", "here-or-outside", false],
      ["topic_closed-reader", "here", false],
      ["no_contact_with_officers-officers", "staff", true],
    ]);
  });
});

describe("a fault of a parameter", () => {
  it.each<[RestrictionKind, string[], string]>([
    ["named_officer", ["officer"], "named_officer-officer"],
    ["call_times", ["windows", "0", "from"], "call_times-from"],
    ["call_times", ["windows", "0", "to"], "call_times-to"],
    ["call_times", ["windows"], "call_times-to"],
    ["call_times", ["maxPerWeek"], "call_times-maxPerWeek"],
    ["call_times", [], "call_times-days"],
    ["topic_closed", [], "topic_closed-topicRefs"],
    ["topic_closed", ["keywords", "0"], "topic_closed-keywords"],
    ["no_contact_with_officers", ["officers"], "no_contact_with_officers-officers"],
    ["no_email", [], "reason"],
    ["social_media", ["what"], "social_media-platforms"],
  ])("of %s at %j stands at %s", (kind, path, field) => {
    expect(faultField(kind, path, {})).toBe(field);
  });

  it("of a time of the day stands at the pair it was entered in", () => {
    const values = { "call_times-from": "14:00", "call_times-to": "15:00", "call_times-from3": "09:00" };
    expect(faultField("call_times", ["windows", "0", "to"], values)).toBe("call_times-to3");
    expect(faultField("call_times", ["windows", "1", "from"], values)).toBe("call_times-from");
  });

  it("stands at a field of the form and names no parameter, whatever the policy found wrong", () => {
    const ids = new Set(
      ALL_FORMS.filter(({ name }) => name === "proposal-details").flatMap(({ fields }) => fields.map(({ id }) => id)),
    );
    const forged = (kind: RestrictionKind): Values =>
      Object.fromEntries(fieldsOf(kind, []).map(({ id }) => [id, id.endsWith("s") ? ["none"] : "none"]));
    const backwards = { "call_times-from": "12:00", "call_times-to": "10:00", "call_times-maxPerWeek": "-1" };
    const tried = RESTRICTION_KINDS.flatMap((kind) =>
      [{}, forged(kind), backwards].flatMap((values) =>
        (PARAMETERS[kind].safeParse(parametersOf(kind, values)).error?.issues ?? []).map(({ path, message }) => ({
          field: faultField(kind, path.map(String), values),
          words: faultWords(kind, path.map(String), message),
        })),
      ),
    );
    expect(tried.length).toBeGreaterThan(15);
    expect(tried.filter(({ field }) => !ids.has(field))).toEqual([]);
    expect(tried.filter(({ words }) => /[a-z][A-Z]|undefined|Invalid|_/.test(words) || !words.endsWith("."))).toEqual(
      [],
    );
  });
});
