/**
 * Blocks of a card as Adaptive Card 1.5 elements. Data goes into TextRuns: no Markdown is read there.
 * The types are the small part of the schema that this product uses.
 */
import type { Block, Button, Span } from "../model.ts";
import { markdownSafe, withoutFunctions } from "./markdown.ts";
import { clamped, plain } from "./plain.ts";
import { TEAMS } from "./teams-limits.ts";

type Spacing = "None" | "Small" | "Default" | "Medium" | "Large";
type TextRun = {
  type: "TextRun";
  text: string;
  weight?: "Bolder";
  size?: "Small";
  isSubtle?: boolean;
};
export type RichTextBlock = { type: "RichTextBlock"; inlines: TextRun[]; spacing?: Spacing; separator?: boolean };
export type TextBlock = {
  type: "TextBlock";
  text: string;
  wrap: true;
  style?: "heading";
  size?: "Medium";
  weight?: "Bolder";
  color?: "Attention";
  spacing?: Spacing;
  separator?: boolean;
};
export type Element =
  | RichTextBlock
  | TextBlock
  | { type: "Container"; style?: "emphasis" | "attention"; spacing?: Spacing; items: Element[] };

type Column<Action> = {
  type: "Column";
  width: "stretch" | "auto";
  items: (Element | { type: "ActionSet"; actions: Action[] })[];
};
export type ColumnSet<Action> = { type: "ColumnSet"; spacing: Spacing; columns: Column<Action>[] };
type Row = Extract<Block, { kind: "row" }>;

export function heading(text: string): TextBlock {
  const title = markdownSafe(clamped(text, TEAMS.title));
  return { type: "TextBlock", text: title, wrap: true, style: "heading", size: "Medium", weight: "Bolder" };
}

/** The heading of a part of a form, under a rule. */
export function sectionHeading(text: string): TextBlock {
  return { ...heading(text), separator: true, spacing: "Large" };
}

/** What is wrong, in the host's own colour for attention and in words: colour alone says nothing. */
export function fault(sentence: string): TextBlock {
  return { type: "TextBlock", text: markdownSafe(sentence), wrap: true, color: "Attention", weight: "Bolder" };
}

export function smallPrint(text: string, spacing: Spacing = "Small"): RichTextBlock {
  return { type: "RichTextBlock", spacing, inlines: [{ ...run(text), size: "Small", isSubtle: true }] };
}

/**
 * The blocks of a body. Quotations that follow each other, such as the paragraphs of a letter, look like one.
 * @param action what a button becomes where this body is shown
 */
export function teamsBody<Action>(
  blocks: readonly Block[],
  action: (button: Button) => Action,
): (Element | ColumnSet<Action>)[] {
  return blocks.flatMap((block, index): (Element | ColumnSet<Action>)[] => {
    const before = blocks[index - 1]?.kind;
    if (block.kind === "row") return [columns(block, action(block.button), before === "row" ? "Medium" : "Small")];
    // A line between rows heads those below it.
    if (block.kind === "line" && before === "row") return richText(block.spans, "Large");
    return block.kind === "quote" && before === "quote"
      ? quote(block.text).map((container): Element => ({ ...container, spacing: "None" }))
      : teamsElements(block);
  });
}

/** Text that takes what room there is, and its button beside it; a long button leaves no room on a phone and stands below. */
function columns<Action>({ spans, button }: Row, action: Action, spacing: Spacing): ColumnSet<Action> {
  const text = richText(spans, "None");
  const pressed = { type: "ActionSet" as const, actions: [action] };
  const beside: Column<Action> = { type: "Column", width: "auto", items: [pressed] };
  const isLong = button.label.length > TEAMS.labelBeside;
  const first: Column<Action> = { type: "Column", width: "stretch", items: isLong ? [...text, pressed] : text };
  if (text.length === 0) return { type: "ColumnSet", spacing: "Small", columns: [beside] };
  return { type: "ColumnSet", spacing, columns: isLong ? [first] : [first, beside] };
}

/** A block as elements, or nothing when it has nothing to say. The body is cut before (shorten.ts). */
export function teamsElements(block: Exclude<Block, Row>): Element[] {
  switch (block.kind) {
    case "line":
      return richText(block.spans, "Default");
    case "facts":
      return block.facts.flatMap(({ label, value }, index) =>
        richText([{ strong: `${label}: ` }, value === "" ? "–" : value], index === 0 ? "Default" : "Small"),
      );
    case "list":
      return block.items.flatMap((item) => (item.length === 0 ? [] : richText(["• ", ...item], "Small")));
    case "note":
      return block.spans.length === 0 ? [] : [smallPrint(block.spans.map(textOf).join(""), "Medium")];
    case "quote":
      return quote(block.text);
    case "divider":
      // A rule is a property of what follows, and an empty element shows nothing: a blank run carries it.
      return [
        {
          type: "RichTextBlock",
          separator: true,
          spacing: "Medium",
          inlines: [{ type: "TextRun", text: " ", size: "Small" }],
        },
      ];
  }
}

function richText(spans: readonly Span[], spacing: Spacing): Element[] {
  const inlines = spans
    .map((span): TextRun => (typeof span === "string" ? run(span) : { ...run(span.strong), weight: "Bolder" }))
    .filter(({ text }) => text.length > 0);
  return inlines.length === 0 ? [] : [{ type: "RichTextBlock", spacing, inlines }];
}

/** One element for each line that was typed: hosts differ in what they do with a line break inside a run. */
function quote(text: string): Element[] {
  const lines = plain(text).split("\n");
  const shown = [...lines.slice(0, TEAMS.quoteLines - 1), lines.slice(TEAMS.quoteLines - 1).join(" ")];
  const items = shown.flatMap((line, index) =>
    line.trim() === "" ? [] : richText([line], index > 0 && shown[index - 1]?.trim() === "" ? "Medium" : "None"),
  );
  return items.length === 0 ? [] : [{ type: "Container", style: "emphasis", items }];
}

function run(text: string): TextRun {
  return { type: "TextRun", text: withoutFunctions(plain(text)) };
}

function textOf(span: Span): string {
  return typeof span === "string" ? span : span.strong;
}
