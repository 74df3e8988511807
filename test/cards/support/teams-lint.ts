/**
 * What Microsoft's parser does not see, as a strict schema of the elements this product uses (an unknown property,
 * an empty text, an input without a label), then the parser itself. Gives back every fault it finds.
 */
import { z } from "zod";
import type { AdaptiveCard } from "../../../cards/render/teams.ts";
import { RESERVED } from "../../../cards/render/teams-answers.ts";
import { TEAMS } from "../../../cards/render/teams-limits.ts";
import { adaptiveCards } from "./adaptive-cards.ts";

const spacing = z.enum(["None", "Small", "Default", "Medium", "Large"]).optional();
const text = z.string().min(1);
const TextRun = z.strictObject({
  type: z.literal("TextRun"),
  text,
  weight: z.literal("Bolder").optional(),
  size: z.literal("Small").optional(),
  isSubtle: z.boolean().optional(),
});
const RichTextBlock = z.strictObject({
  type: z.literal("RichTextBlock"),
  inlines: z.array(TextRun).min(1),
  spacing,
  separator: z.boolean().optional(),
});
const TextBlock = z.strictObject({
  type: z.literal("TextBlock"),
  text,
  wrap: z.literal(true),
  style: z.literal("heading").optional(),
  size: z.literal("Medium").optional(),
  weight: z.literal("Bolder").optional(),
  color: z.literal("Attention").optional(),
  spacing,
  separator: z.boolean().optional(),
});
const Words = z.union([RichTextBlock, TextBlock]);
const Container = z.strictObject({
  type: z.literal("Container"),
  style: z.enum(["emphasis", "attention"]).optional(),
  spacing,
  items: z.array(Words).min(1),
});
const common = {
  id: text.refine((id) => !(RESERVED as readonly string[]).includes(id)),
  label: text,
  isRequired: z.boolean(),
  errorMessage: text,
};
const Choice = z.strictObject({
  title: text,
  value: text.refine((value) => !value.includes(","), "an option value holds a comma"),
});
const date = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .optional();
const time = z
  .string()
  .regex(/^\d\d:\d\d$/)
  .optional();
const Input = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("Input.Text"),
    ...common,
    isMultiline: z.boolean(),
    maxLength: z.number().int().positive(),
    value: text.optional(),
  }),
  z.strictObject({
    type: z.literal("Input.Number"),
    ...common,
    min: z.number().optional(),
    max: z.number().optional(),
    value: z.number().optional(),
  }),
  z.strictObject({
    type: z.literal("Input.ChoiceSet"),
    ...common,
    style: z.enum(["compact", "expanded", "filtered"]),
    wrap: z.literal(true),
    isMultiSelect: z.boolean(),
    placeholder: text.optional(),
    choices: z.array(Choice),
    "choices.data": z.strictObject({ type: z.literal("Data.Query"), dataset: text }).optional(),
    value: text.optional(),
  }),
  z.strictObject({ type: z.literal("Input.Date"), ...common, value: date }),
  z.strictObject({ type: z.literal("Input.Time"), ...common, value: time }),
]);
const data = z.union([
  z.strictObject({
    action: text,
    i: text,
    v: z.number().int(),
    msteams: z.strictObject({ type: z.literal("task/fetch") }).optional(),
  }),
  z.strictObject({ form: text, i: text, v: z.number().int() }),
]);
const style = z.enum(["positive", "destructive"]).optional();
const Submit = z.strictObject({ type: z.literal("Action.Submit"), title: text.max(TEAMS.buttonLabel), style, data });
const Execute = z.strictObject({
  type: z.literal("Action.Execute"),
  title: text.max(TEAMS.buttonLabel),
  style,
  verb: text,
  data,
  fallback: Submit,
});
const ActionSet = z.strictObject({
  type: z.literal("ActionSet"),
  spacing: z.literal("Medium").optional(),
  actions: z
    .array(z.union([Submit, Execute]))
    .min(1)
    .max(TEAMS.buttonsInRow),
});
const ColumnSet = z.strictObject({
  type: z.literal("ColumnSet"),
  spacing,
  columns: z
    .array(
      z.strictObject({
        type: z.literal("Column"),
        width: z.enum(["stretch", "auto"]),
        items: z.array(z.union([RichTextBlock, ActionSet])).min(1),
      }),
    )
    .min(1),
});
const Card = z.strictObject({
  type: z.literal("AdaptiveCard"),
  $schema: text,
  version: z.literal("1.5"),
  lang: z.literal("en"),
  fallbackText: text,
  msteams: z.strictObject({ width: z.literal("Full") }),
  body: z.array(z.union([RichTextBlock, TextBlock, Container, Input, ActionSet, ColumnSet])).min(1),
});

/** The parser tests `lang` with one global regular expression, which remembers where it was: it refuses "en" every other time. */
const EVERY_OTHER_TIME = 'Invalid value "en" for property "lang".';

/** Teams asks for choices in cards of any version, and takes an empty list where it does: Microsoft's own examples. */
const SEARCHED = [
  'Property "choices.data" is supported in version 1.6, but you are using version 1.5.',
  "An Input.ChoiceSet must have at least one choice defined.",
];

/** Every fault of a card: none is what a test expects. */
export function teamsFaults(card: AdaptiveCard): string[] {
  return [...shapeFaults(card), ...parserFaults(card), ...rules(card)];
}

function shapeFaults(card: AdaptiveCard): string[] {
  const result = Card.safeParse(card);
  return result.success ? [] : result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
}

function parserFaults(card: AdaptiveCard): string[] {
  const { AdaptiveCard: Parsed, SerializationContext, Versions } = adaptiveCards;
  const parsed = new Parsed();
  const context = new SerializationContext(Versions.v1_5);
  parsed.parse(card, context);
  const seen = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  const events = parsed.validateProperties().validationEvents.map(({ message }) => message);
  if (parsed.getItemCount() !== card.body.length) seen.push("the parser dropped an element");
  return [...seen, ...events].filter((message) => message !== EVERY_OTHER_TIME && !SEARCHED.includes(message));
}

function rules(card: AdaptiveCard): string[] {
  const headings = card.body.filter((element) => element.type === "TextBlock" && element.style === "heading").length;
  const inputs = card.body.some((element) => element.type.startsWith("Input."));
  const faults: string[] = [];
  for (const element of card.body)
    if (element.type === "Input.ChoiceSet" && element.choices.length === 0 && !element["choices.data"])
      faults.push("choices without any");
  if (!inputs && headings > 1) faults.push(`${headings} headings`);
  if (JSON.stringify(card).length * 2 > 80 * 1024) faults.push("over 80 KB in UTF-16");
  return faults;
}
