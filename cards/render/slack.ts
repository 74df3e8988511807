/** Cards and forms as Slack shows them: messages, modals and the home tab. Pure; limits in slack-limits.ts. */
import type { Block, Card, Faults, Form } from "../model.ts";
import { clamped, oneLine } from "./plain.ts";
import { fitted } from "./shorten.ts";
import { plainText, type SlackBlock, type SlackText, slackBlock, slackButtons } from "./slack-blocks.ts";
import { type SlackInput, slackInput } from "./slack-fields.ts";
import { SLACK } from "./slack-limits.ts";
import { packTarget } from "./target.ts";

export { slackAction, slackForm, slackSearch, slackTarget, slackValues } from "./slack-answers.ts";
export { slackPeople } from "./slack-fields.ts";

/** Slack's metadata can be read by the whole workspace: the opaque id of the copy and nothing else. */
export const COPY_EVENT = "restricted_contact_copy";

export type SlackMessage = {
  text: string;
  blocks: SlackBlock[];
  metadata: { event_type: typeof COPY_EVENT; event_payload: { copy: string } };
};
export type SlackView = {
  type: "modal";
  title: SlackText;
  close: SlackText;
  blocks: (SlackBlock | SlackInput)[];
  submit?: SlackText;
  callback_id?: string;
  private_metadata?: string;
};
export type SlackHome = { type: "home"; blocks: SlackBlock[] };

/** A posted message. `text` is what lock screens and screen readers get. Blocks carry no block_id: Slack makes new ones. */
export function slackMessage(card: Card, copyId: string): SlackMessage {
  return {
    text: escaped(clamped(oneLine(card.notification), SLACK.notification)),
    blocks: fitted(card.body, (body) => cardBlocks(card, body), fitsMessage),
    metadata: { event_type: COPY_EVENT, event_payload: { copy: copyId } },
  };
}

/** A form as a modal. Faults are listed at the top; beside the fields they go with the answer (`slackFaults`). */
export function slackModal(form: Form, faults: Faults = {}): SlackView {
  const build = (intro: readonly Block[]): SlackView => ({
    type: "modal",
    callback_id: form.name,
    private_metadata: JSON.stringify(packTarget(form.target)),
    title: barTitle(form.title),
    submit: plainText(form.submit, SLACK.title),
    close: plainText("Cancel", SLACK.title),
    blocks: [
      ...longTitle(form.title),
      ...faultBlocks(faults),
      ...intro.flatMap(slackBlock),
      ...form.fields.filter(hasOptions).flatMap(fieldBlocks),
    ],
  });
  return fitted(form.intro, build, fitsView);
}

/** The faults by block_id, for `response_action: "errors"`: the modal stays open with what was typed. */
export function slackFaults(form: Form, faults: Faults): Record<string, string> {
  const known = form.fields.map(({ id }) => id);
  const first = known[0];
  const found: Record<string, string> = {};
  for (const [field, sentence] of Object.entries(faults)) {
    const block = known.includes(field) ? field : first;
    if (block !== undefined)
      found[block] = clamped(found[block] ? `${found[block]} ${sentence}` : sentence, SLACK.hint);
  }
  return found;
}

/** A card that only the person sees, as a modal without a submit button. */
export function slackToldModal(card: Card): SlackView {
  const build = (body: readonly Block[]): SlackView => ({
    type: "modal",
    title: barTitle(card.title),
    close: plainText("Close", SLACK.title),
    blocks: [...longTitle(card.title), ...body.flatMap(slackBlock), ...slackButtons(card.buttons)],
  });
  return fitted(card.body, build, fitsView);
}

/** The home tab, per person. */
export function slackHome(card: Card): SlackHome {
  const build = (body: readonly Block[]): SlackHome => ({ type: "home", blocks: cardBlocks(card, body) });
  return fitted(card.body, build, fitsView);
}

function cardBlocks(card: Card, body: readonly Block[]): SlackBlock[] {
  return [
    { type: "header", text: plainText(card.title, SLACK.header) },
    ...body.flatMap(slackBlock),
    ...slackButtons(card.buttons),
  ];
}

/** A modal's title bar holds 24 characters: a longer title stands whole below it, and the bar names the app. */
function longTitle(title: string): SlackBlock[] {
  return isLong(title) ? [{ type: "header", text: plainText(title, SLACK.header) }] : [];
}

function barTitle(title: string): SlackText {
  return plainText(isLong(title) ? "Restricted contact" : title, SLACK.title);
}

function isLong(title: string): boolean {
  return oneLine(title).length > SLACK.title;
}

/** A field, below the rule and the heading of the part of the form that it begins. */
function fieldBlocks(field: Form["fields"][number]): (SlackBlock | SlackInput)[] {
  const heading: SlackBlock[] = field.section
    ? [{ type: "divider" }, { type: "header", text: plainText(field.section, SLACK.header) }]
    : [];
  return [...heading, slackInput(field)];
}

function faultBlocks(faults: Faults): SlackBlock[] {
  const sentences = Object.values(faults);
  if (sentences.length === 0) return [];
  return [
    ...slackBlock({ kind: "line", spans: [{ strong: "There is a problem" }] }),
    ...slackBlock({ kind: "list", items: sentences.map((sentence) => [sentence]) }),
  ];
}

/** Slack refuses a menu without options; a form leaves such a field out, and this keeps it from failing whole. */
function hasOptions(field: Form["fields"][number]): boolean {
  return (field.kind !== "choice" && field.kind !== "choices") || field.options.length > 0;
}

function fitsMessage(blocks: readonly SlackBlock[]): boolean {
  return blocks.length <= SLACK.blocksInMessage && JSON.stringify(blocks).length <= SLACK.payload;
}

const texts = new WeakMap<SlackView | SlackHome, string>();

/** A view as it is sent. Made once: it is measured here, and then somebody waits for it. */
export function slackText(view: SlackView | SlackHome): string {
  const text = texts.get(view) ?? JSON.stringify(view);
  texts.set(view, text);
  return text;
}

/** No character takes more than three bytes for each unit: most views need not be counted. */
function fitsView(view: SlackView | SlackHome): boolean {
  if (view.blocks.length > SLACK.blocksInView) return false;
  const text = slackText(view);
  return text.length * 3 <= SLACK.view || new TextEncoder().encode(text).length <= SLACK.view;
}

/** The three characters that Slack reads in message text. */
function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
