/** A person in Teams. */
import type { Outcome, TeamsDialog, TeamsMessage, TeamsSearchAnswer } from "../../../src/sandbox/wire.ts";
import type { Filled, Person, SeenCard, SeenDialog } from "../person.ts";
import { type Button, type Field, readAdaptive } from "./read-adaptive.ts";
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

type Typed = Readonly<Record<string, string>>;

export function createTeamsPerson(address: string, id: string): Person {
  const window = openWindow(address, id);
  /** What was typed and not yet sent; a dialog that is drawn anew begins with what its card holds. */
  let typed: { readonly card: string; readonly values: Typed } = { card: "", values: {} };
  const dialog = () => window.get<TeamsDialog | null>("/dialog");
  const valuesFor = (open: TeamsDialog) => (typed.card === JSON.stringify(open.card) ? typed.values : {});
  const seen = async () => {
    const open = await dialog();
    return open === null ? null : seenDialog(open, valuesFor(open));
  };
  const cards = async (where?: string) => (await window.messages<TeamsMessage>(where)).map(seenCard);
  const say = async (text: string, where?: string) => {
    const direct = await window.direct();
    const conversation = where ?? direct;
    return window.post<Outcome>("/say", { conversation, text, mention: conversation !== direct });
  };
  const send = async (open: TeamsDialog, button: Button): Promise<Outcome> => {
    const { fields } = readAdaptive(open.card);
    const values = { ...given(fields), ...valuesFor(open) };
    const missing = fields.find((field) => field.required && (values[field.id] ?? "") === "");
    // Teams' client does not send a form with an empty required field.
    if (missing !== undefined) return { ok: false, error: missing.errorMessage };
    return window.post<Outcome>("/dialog/submit", { dialog: open.id, data: { ...button.data, ...values } });
  };

  return {
    chat: "teams",
    id,
    command: (name, text, where) =>
      text === undefined && where === undefined
        ? window.post<Outcome>("/extension", { command: name })
        : say([name, text].filter(Boolean).join(" "), where),
    say,
    pointAt: async (words, conversation) => {
      const message = await written(window, words, conversation);
      return window.post("/extension", { command: "screen-contact", conversation, message });
    },
    conversations: window.conversations,
    cards,
    card: (words, within) =>
      until(async () => (await cards()).findLast((card) => holds(card, words)), String(words), within),
    press: async (label, { on, within } = {}) => {
      const open = on === undefined ? await dialog() : null;
      const inDialog = open && readAdaptive(open.card).buttons.find((button) => button.label === label);
      if (open !== null && inDialog !== null && inDialog !== undefined) return send(open, inDialog);
      const { message, button } = await until(() => placeOf(window, label, on), `the button "${label}"`, within);
      return pressCard(window, message, button);
    },
    dialog: seen,
    form: (words, within) => until(async () => formWith(await seen(), words), `a form with ${String(words)}`, within),
    fill: async (values) => {
      const open = await until(
        async () => formFor(await dialog(), values),
        `a form with ${Object.keys(values).join(", ")}`,
      );
      typed = {
        card: JSON.stringify(open.card),
        values: { ...valuesFor(open), ...(await filled(window, open, values)) },
      };
    },
    submit: async (label) => {
      const open = await until(async () => (await dialog()) ?? undefined, "an open form");
      const { buttons } = readAdaptive(open.card);
      return send(
        open,
        found(label === undefined ? buttons[0] : byLabel(buttons, label), `the button "${label ?? "to submit"}"`),
      );
    },
    close: () => window.post<Outcome>("/dialog/close", {}),
  };
}

/** The dialog, when it has all these fields. */
function formFor(open: TeamsDialog | null, values: Filled): TeamsDialog | undefined {
  if (open === null) return undefined;
  const { fields } = readAdaptive(open.card);
  return Object.keys(values).every((label) => byLabel(fields, label) !== undefined) ? open : undefined;
}

async function placeOf(window: Window, label: string, on: string | RegExp | undefined) {
  for (const message of (await window.messages<TeamsMessage>()).toReversed()) {
    const { lines, buttons } = readAll(message.cards);
    const button = buttons.find((one) => one.label === label);
    if (button !== undefined && (on === undefined || holds({ lines }, on))) return { message, button };
  }
  return undefined;
}

function pressCard(window: Window, { conversation, id, cards }: TeamsMessage, button: Button): Promise<Outcome> {
  const data = { ...button.data, ...given(readAll(cards).fields) };
  const at = { conversation, message: id, data };
  if (button.type === "Action.Submit") return window.post("/submit", at);
  return window.post("/execute", { ...at, verb: button.verb, ...(button.id !== undefined && { id: button.id }) });
}

function readAll(cards: readonly unknown[]) {
  const all = cards.map(readAdaptive);
  return {
    lines: all.flatMap((one) => one.lines),
    buttons: all.flatMap((one) => one.buttons),
    fields: all.flatMap((one) => one.fields),
  };
}

/** What stands in the fields when nobody has typed. */
function given(fields: readonly Field[]): Typed {
  const set = fields.flatMap((field): [string, string][] => {
    if (field.value !== null) return [[field.id, field.value]];
    return field.type === "Input.Text" ? [[field.id, ""]] : [];
  });
  return Object.fromEntries(set);
}

async function filled(window: Window, { card }: TeamsDialog, values: Filled): Promise<Typed> {
  const { fields } = readAdaptive(card);
  const set = Object.entries(values).map(async ([label, words]): Promise<[string, string]> => {
    const field = found(byLabel(fields, label), `the field "${label}"`);
    const each = await Promise.all([words].flat().map((one) => valueIn(window, field, one)));
    return [field.id, each.join(",")];
  });
  return Object.fromEntries(await Promise.all(set));
}

async function valueIn(window: Window, field: Field, words: string): Promise<string> {
  const { dataset } = field;
  if (dataset === null || words === "") return valueFor(field, words);
  return searched(field, words, (query) => window.post<TeamsSearchAnswer>("/search", { dataset, query }));
}

function seenCard(message: TeamsMessage): SeenCard {
  const { lines, buttons } = readAll(message.cards);
  const words = lines.length > 0 ? lines : [message.text];
  const { conversation, id, edited, unread, from, summary, text } = message;
  return {
    conversation,
    id,
    title: words[0] ?? "",
    lines: words,
    buttons: buttons.map((button) => button.label),
    notification: summary === "" ? text : summary,
    edited,
    unread,
    ephemeral: false,
    fromBot: from.bot,
  };
}

function seenDialog(open: TeamsDialog, typed: Typed): SeenDialog {
  const { lines, buttons, fields, faults } = readAdaptive(open.card);
  return {
    title: open.title,
    lines: open.message === null ? lines : [open.message],
    fields: fields.map(({ id, label, required, options, several, value }) => {
      const now = typed[id] ?? value;
      return {
        label,
        required,
        value: several && now !== null ? now.split(",").filter(Boolean) : now,
        options: options.map((option) => option.label),
        fault: null,
      };
    }),
    buttons: buttons.map((button) => button.label),
    faults,
  };
}
