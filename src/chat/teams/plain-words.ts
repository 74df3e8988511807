/** A card as plain words, for the one place that takes no card: what Teams says under a button that was pressed. */
import type { Block, Card, Span } from "../../../cards/model.ts";

/** Teams shows it over the card, for a moment: more than this nobody reads there. */
const MOST = 1_000;

/** Title and body, a paragraph each. Buttons are left out: they cannot be pressed there. */
export function plainWords({ title, body }: Card): string {
  const words = [title, ...body.flatMap(paragraphs)].filter((paragraph) => paragraph !== "").join("\n\n");
  return words.length <= MOST ? words : `${words.slice(0, MOST - 1).toWellFormed()}…`;
}

function paragraphs(block: Block): readonly string[] {
  switch (block.kind) {
    case "line":
    case "note":
    case "row":
      return [textOf(block.spans)];
    case "facts":
      return block.facts.map(({ label, value }) => `${label}: ${value}`);
    case "list":
      return block.items.map((item) => `• ${textOf(item)}`);
    case "quote":
      return [block.text];
    case "divider":
      return [];
  }
}

function textOf(spans: readonly Span[]): string {
  return spans.map((span) => (typeof span === "string" ? span : span.strong)).join("");
}
