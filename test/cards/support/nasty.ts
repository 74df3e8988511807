/** Text that people paste, and text that people try. */
import fc from "fast-check";
import type { Block, Button, Card, Field, Form, Span } from "../../../cards/model.ts";

export const NASTY = [
  "x".repeat(10_000),
  "🧑🏽‍🤝‍🧑🏻".repeat(2_000),
  "\ud800 alone",
  "مرحبا بالعالم \u202Eevil\u202C",
  "<!channel> <@U024> <https://evil.example|press here>",
  "[press here](https://evil.example) ![x](https://evil.example/x.png)",
  "@everyone <at>Everyone</at> &lt;b&gt;",
  "# heading\n- list\n1. one\n> quote\n```code```\n<b>bold</b> **bold** _em_ ~~gone~~",
  "{{DATE(2026-03-03T10:00:00Z, SHORT)}} ${secret}",
  "\n\n\n",
  "a\u0000b",
  "",
] as const;

export const nastyText = fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: "grapheme", maxLength: 400 }));
const span: fc.Arbitrary<Span> = fc.oneof(
  nastyText,
  nastyText.map((strong) => ({ strong })),
);
const spans = fc.array(span, { maxLength: 4 });
const title = nastyText.map((text) => `Title ${text}`);
const target = fc.record({ id: fc.uuid(), version: fc.nat() });
const button: fc.Arbitrary<Button> = fc.record({
  action: fc.constantFrom("approve", "register-entry", "alert-open"),
  label: title,
  style: fc.constantFrom("primary", "danger"),
  opens: fc.constantFrom("form", "nothing"),
  target,
});
const block: fc.Arbitrary<Block> = fc.oneof(
  spans.map((made): Block => ({ kind: "line", spans: made })),
  fc
    .array(fc.record({ label: nastyText, value: nastyText }), { maxLength: 12 })
    .map((facts): Block => ({ kind: "facts", facts })),
  fc.array(spans, { maxLength: 12 }).map((items): Block => ({ kind: "list", items })),
  spans.map((made): Block => ({ kind: "note", spans: made })),
  nastyText.map((text): Block => ({ kind: "quote", text })),
  fc.tuple(spans, button).map(([made, beside]): Block => ({ kind: "row", spans: made, button: beside })),
  fc.constant<Block>({ kind: "divider" }),
);
export const card: fc.Arbitrary<Card> = fc.record({
  title,
  notification: title,
  body: fc.array(block, { minLength: 1, maxLength: 60 }),
  buttons: fc.array(button, { maxLength: 30 }),
});
const options = fc.uniqueArray(fc.record({ value: fc.uuid(), label: title }), {
  minLength: 1,
  maxLength: 15,
  selector: ({ value }) => value,
});
const common = { section: title, label: title, hint: title, required: fc.boolean() };
/** As long as any answer of ours may be. */
const MOST = 3_000;
const field: fc.Arbitrary<Omit<Field, "id">> = fc.oneof(
  fc.record({
    ...common,
    kind: fc.constant("text"),
    multiline: fc.boolean(),
    maxLength: fc.integer({ min: 1, max: MOST }),
    value: nastyText.filter((text) => text.length <= MOST),
  }),
  fc.record({
    ...common,
    kind: fc.constant("number"),
    min: fc.constant(1),
    max: fc.constant(60),
    value: fc.constant("5"),
  }),
  fc.record({ ...common, kind: fc.constant("choice"), options }),
  fc.record({ ...common, kind: fc.constant("choices"), options }),
  fc.record({ ...common, kind: fc.constant("date"), value: fc.constant("2026-03-03") }),
  fc.record({ ...common, kind: fc.constant("time"), value: fc.constant("09:30") }),
);
export const form: fc.Arbitrary<Form> = fc.record({
  name: fc.constant("report"),
  title,
  submit: title,
  intro: fc.array(block, { maxLength: 10 }),
  fields: fc
    .array(field, { minLength: 1, maxLength: 8 })
    .map((fields) => fields.map((made, index) => ({ ...made, id: `f${index}` }) as Field)),
  target,
});
