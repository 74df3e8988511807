/** A person in Slack. */
import type { Inputs, Outcome, SlackMessage, SlackOptionsAnswer, SlackView } from "../../../src/sandbox/wire.ts";
import type { Filled, Person, SeenCard, SeenDialog } from "../person.ts";
import { type Button, type Field, readBlocks } from "./read-blocks.ts";
import {
  byLabel,
  formWith,
  found,
  holds,
  openWindow,
  searched,
  until,
  valueFor,
  type Window,
  written,
} from "./window.ts";

export function createSlackPerson(address: string, id: string): Person {
  const window = openWindow(address, id);
  /** What was typed and not yet sent, by view. */
  const typed = new Map<string, Inputs>();
  const cards = async (where?: string) => (await window.messages<SlackMessage>(where)).map(seenCard);
  const inputsOf = (view: SlackView) => typed.get(view.id) ?? {};

  const dialog = async () => {
    const view = await topView(window);
    return view === undefined ? null : seenDialog(view, inputsOf(view));
  };

  return {
    chat: "slack",
    id,
    command: async (name, text = "", where) =>
      window.post("/command", { conversation: where ?? (await window.direct()), command: `/${name}`, text }),
    say: async (text, where) =>
      window.post("/say", { conversation: where ?? (await window.direct()), text, mention: where !== undefined }),
    pointAt: async (words, conversation) => {
      const message = await written(window, words, conversation);
      return window.post("/shortcut", { callbackId: "screen-contact", on: { conversation, message } });
    },
    conversations: window.conversations,
    cards,
    card: (words, within) =>
      until(async () => (await cards()).findLast((card) => holds(card, words)), String(words), within),
    press: async (label, { on, within } = {}) => {
      const place = await until(() => placeOf(window, label, on), `the button "${label}"`, within);
      const inputs = place.view === undefined ? {} : inputsOf(place.view);
      return window.post<Outcome>("/press", { in: place.in, ...place.button, inputs });
    },
    dialog,
    form: (words, within) => until(async () => formWith(await dialog(), words), `a form with ${String(words)}`, within),
    fill: async (values) => {
      const view = await until(
        async () => formFor(await topView(window), values),
        `a form with ${Object.keys(values).join(", ")}`,
      );
      typed.set(view.id, await filled(window, view, { before: inputsOf(view), values }));
    },
    submit: async () => {
      const view = await until(() => topView(window), "an open form");
      return window.post<Outcome>("/submit", { view: view.id, inputs: inputsOf(view) });
    },
    close: async () => window.post<Outcome>("/close", { view: (await topView(window))?.id ?? "" }),
  };
}

async function topView(window: Window): Promise<SlackView | undefined> {
  return (await window.get<SlackView[]>("/views")).at(-1);
}

/** The view, when it has all these fields. */
function formFor(view: SlackView | undefined, values: Filled): SlackView | undefined {
  if (view === undefined) return undefined;
  const { fields } = readBlocks(view.blocks);
  return Object.keys(values).every((label) => byLabel(fields, label) !== undefined) ? view : undefined;
}

type Place = { readonly in: object; readonly button: Button; readonly view?: SlackView };

/** The open view comes first, unless a card is asked for. */
async function placeOf(window: Window, label: string, on: string | RegExp | undefined): Promise<Place | undefined> {
  const view = on === undefined ? await topView(window) : undefined;
  const inView = view && byLabel(readBlocks(view.blocks).buttons, label);
  if (view !== undefined && inView !== undefined) return { in: { view: view.id }, button: inView, view };
  for (const message of (await window.messages<SlackMessage>()).toReversed()) {
    const { lines, buttons } = readBlocks(message.blocks);
    const button = buttons.find((one) => one.label === label);
    if (button === undefined || (on !== undefined && !holds({ lines }, on))) continue;
    return { in: { conversation: message.conversation, message: message.id }, button };
  }
  return undefined;
}

function seenCard(message: SlackMessage): SeenCard {
  const { lines, buttons } = readBlocks(message.blocks);
  const words = lines.length > 0 ? lines : [message.text];
  const { conversation, id, text, edited, unread, ephemeral, from } = message;
  return {
    conversation,
    id,
    title: words[0] ?? "",
    lines: words,
    buttons: buttons.map((button) => button.label),
    notification: text,
    edited,
    unread,
    ephemeral,
    fromBot: from.bot,
  };
}

function seenDialog(view: SlackView, inputs: Inputs): SeenDialog {
  const { lines, buttons, fields } = readBlocks(view.blocks);
  return {
    title: view.title,
    lines,
    fields: fields.map(({ label, blockId, actionId, required, options }) => ({
      label,
      required,
      value: inputs[blockId]?.[actionId] ?? view.inputs[blockId]?.[actionId] ?? null,
      options: options.map((option) => option.label),
      fault: view.errors[blockId] ?? null,
    })),
    buttons: [...buttons.map((button) => button.label), ...(view.submit === null ? [] : [view.submit])],
    faults: Object.values(view.errors),
  };
}

async function filled(
  window: Window,
  view: SlackView,
  { before, values }: { readonly before: Inputs; readonly values: Filled },
): Promise<Inputs> {
  const { fields } = readBlocks(view.blocks);
  const inputs: Inputs = { ...before };
  for (const [label, given] of Object.entries(values)) {
    const field = found(byLabel(fields, label), `the field "${label}"`);
    const each = await Promise.all([given].flat().map((words) => valueIn(window, { view, field }, words)));
    const value = typeof given === "string" ? (each[0] ?? "") : each;
    inputs[field.blockId] = { ...inputs[field.blockId], [field.actionId]: value };
  }
  return inputs;
}

async function valueIn(
  window: Window,
  { view, field }: { readonly view: SlackView; readonly field: Field },
  words: string,
): Promise<string> {
  if (!field.searched || words === "") return valueFor(field, words);
  const { blockId, actionId } = field;
  const at = { in: { view: view.id }, blockId, actionId };
  return searched(field, words, (query) => window.post<SlackOptionsAnswer>("/options", { ...at, query }));
}
