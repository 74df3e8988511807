/**
 * Blocks of a card as Block Kit. Data goes into rich_text and plain_text only: neither reads mrkdwn,
 * so `<!channel>`, links, and `*` show as typed (mrkdwn has no escape for `* _ ~`).
 * The types are the small part of Block Kit that this product uses, assignable to Slack's own.
 */
import type { Block, Button, Span } from "../model.ts";
import { clamped, oneLine } from "./plain.ts";
import { SLACK } from "./slack-limits.ts";
import { packTarget } from "./target.ts";

export type SlackText = { type: "plain_text"; text: string; emoji: boolean };
type Run = { type: "text"; text: string; style?: { bold: true } };
type RunSection = { type: "rich_text_section"; elements: Run[] };
type RichText = {
  type: "rich_text";
  elements: (
    | RunSection
    | { type: "rich_text_list"; style: "bullet"; elements: RunSection[] }
    | { type: "rich_text_quote"; elements: Run[] }
  )[];
};
type SlackButton = {
  type: "button";
  action_id: string;
  text: SlackText;
  value: string;
  style?: "primary" | "danger";
};
export type SlackBlock =
  | RichText
  | { type: "header"; text: SlackText }
  | { type: "context"; elements: SlackText[] }
  | { type: "section"; text: SlackText; accessory: SlackButton }
  | { type: "divider" }
  | { type: "actions"; elements: SlackButton[] };

export function plainText(text: string, most: number): SlackText {
  return { type: "plain_text", text: clamped(oneLine(text), most), emoji: false };
}

/** A block as Block Kit, or nothing when it has nothing to say: Slack refuses empty text. */
export function slackBlock(block: Block): SlackBlock[] {
  switch (block.kind) {
    case "line":
      return richText(runs(block.spans), (elements) => ({ type: "rich_text_section", elements }));
    case "facts":
      return richText(factRuns(block.facts), (elements) => ({ type: "rich_text_section", elements }));
    case "list":
      return bullets(block.items);
    case "note":
      return smallPrint(block.spans);
    case "quote":
      return richText(runs([block.text]), (elements) => ({ type: "rich_text_quote", elements }));
    case "row":
      return rowOf(block);
    case "divider":
      return [{ type: "divider" }];
  }
}

/** A button beside text needs a section, whose data-safe text knows no bold; without text the button stands alone. */
function rowOf({ spans, button }: Extract<Block, { kind: "row" }>): SlackBlock[] {
  const text = plainText(
    spans.map((span) => (typeof span === "string" ? span : span.strong)).join(""),
    SLACK.sectionText,
  );
  const accessory = slackButton(button, button.action);
  return text.text.length > 0 ? [{ type: "section", text, accessory }] : [{ type: "actions", elements: [accessory] }];
}

/** The buttons, at most 25 in a block. Two with the same action get different ids, as Slack asks within a block. */
export function slackButtons(buttons: readonly Button[]): SlackBlock[] {
  const seen = new Map<string, number>();
  const made = buttons.map((button) => {
    const before = seen.get(button.action) ?? 0;
    seen.set(button.action, before + 1);
    return slackButton(button, before === 0 ? button.action : `${button.action}:${before + 1}`);
  });
  const rows: SlackBlock[] = [];
  for (let from = 0; from < made.length; from += SLACK.buttonsInBlock) {
    rows.push({ type: "actions", elements: made.slice(from, from + SLACK.buttonsInBlock) });
  }
  return rows;
}

function slackButton(button: Button, actionId: string): SlackButton {
  return {
    type: "button",
    action_id: actionId,
    text: plainText(button.label, SLACK.buttonLabel),
    value: JSON.stringify(packTarget(button.target)),
    ...(button.style ? { style: button.style } : {}),
  };
}

function richText(elements: Run[], wrap: (elements: Run[]) => RichText["elements"][number]): SlackBlock[] {
  return elements.length === 0 ? [] : [{ type: "rich_text", elements: [wrap(elements)] }];
}

function bullets(items: readonly (readonly Span[])[]): SlackBlock[] {
  const sections: RunSection[] = items
    .map((item) => runs(item))
    .filter((elements) => elements.length > 0)
    .map((elements) => ({ type: "rich_text_section", elements }));
  return sections.length === 0
    ? []
    : [{ type: "rich_text", elements: [{ type: "rich_text_list", style: "bullet", elements: sections }] }];
}

function smallPrint(spans: readonly Span[]): SlackBlock[] {
  const text = clamped(
    oneLine(spans.map((span) => (typeof span === "string" ? span : span.strong)).join("")),
    SLACK.contextText,
  );
  return text.length === 0 ? [] : [{ type: "context", elements: [{ type: "plain_text", text, emoji: false }] }];
}

function runs(spans: readonly Span[]): Run[] {
  return spans
    .map((span): Run => (typeof span === "string" ? run(span) : { ...run(span.strong), style: { bold: true } }))
    .filter(({ text }) => text.length > 0);
}

function run(text: string): Run {
  return { type: "text", text: clamped(text, SLACK.sectionText) };
}

function factRuns(facts: readonly { readonly label: string; readonly value: string }[]): Run[] {
  return runs(
    facts.flatMap(({ label, value }, index) => [
      { strong: `${index === 0 ? "" : "\n"}${label}: ` },
      value === "" ? "–" : value,
    ]),
  );
}
