/** The sandbox's routes for one person, and waiting. */
import type { ConversationSummary } from "../../../src/sandbox/wire.ts";
import type { SeenCard, SeenDialog } from "../person.ts";

export type Window = ReturnType<typeof openWindow>;

export function openWindow(address: string, person: string) {
  const base = `${address}/-/people/${encodeURIComponent(person)}`;
  const call = async <T>(path: string, init: RequestInit): Promise<T> => {
    const response = await fetch(`${base}${path}`, init);
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as T;
  };
  const headers = { "content-type": "application/json" };
  const get = <T>(path: string) => call<T>(path, {});
  const post = <T>(path: string, body: unknown) =>
    call<T>(path, { method: "POST", headers, body: JSON.stringify(body) });
  const conversations = () => get<ConversationSummary[]>("/conversations");
  return {
    get,
    post,
    conversations,
    /** The person's own conversation with the bot. */
    direct: async (): Promise<string> => {
      const direct = (await conversations()).find((one) => one.kind === "direct");
      if (direct === undefined) throw new Error(`${person} has no conversation with the bot`);
      return direct.id;
    },
    /** Messages of one conversation, or of all, oldest first. */
    messages: async <M extends { readonly at: string }>(where?: string): Promise<M[]> => {
      const ids = where === undefined ? (await conversations()).map((one) => one.id) : [where];
      const lists = await Promise.all(ids.map((id) => get<M[]>(`/conversations/${encodeURIComponent(id)}/messages`)));
      return lists.flat().sort((a, b) => a.at.localeCompare(b.at));
    },
  };
}

/** Writes words in a conversation, mentioning nobody; gives back the id of the message. */
export async function written(window: Window, text: string, conversation: string): Promise<string> {
  await window.post("/say", { conversation, text, mention: false });
  type Written = { readonly id: string; readonly at: string; readonly text: string };
  const message = (await window.messages<Written>(conversation)).findLast((one) => one.text === text);
  return found(message, "the message that was written").id;
}

/** Asks every 20 ms until there is an answer; `what` is for the failure. */
export async function until<T>(ask: () => Promise<T | undefined>, what: string, within = 5_000): Promise<T> {
  const end = Date.now() + within;
  for (;;) {
    const found = await ask();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`waited ${within} ms in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export function holds(card: Pick<SeenCard, "lines">, words: string | RegExp): boolean {
  const text = card.lines.join("\n");
  return typeof words === "string" ? text.includes(words) : words.test(text);
}

export function formWith(dialog: SeenDialog | null, words: string | RegExp): SeenDialog | undefined {
  if (dialog === null) return undefined;
  const lines = [dialog.title, ...dialog.lines, ...dialog.fields.map((field) => field.label)];
  return holds({ lines }, words) ? dialog : undefined;
}

/** Exactly this label, or this label and more ("(optional)"). */
export function byLabel<T extends { readonly label: string }>(all: readonly T[], label: string): T | undefined {
  return all.find((one) => one.label === label) ?? all.find((one) => one.label.startsWith(label));
}

export function found<T>(thing: T | undefined | null, what: string): T {
  if (thing === undefined || thing === null) throw new Error(`not there: ${what}`);
  return thing;
}

/** The value of an option by its words; typed text stays as it is. */
export function valueFor(
  field: { label: string; options: readonly { label: string; value: string }[] },
  words: string,
): string {
  if (field.options.length === 0) return words;
  return found(byLabel(field.options, words), `the option "${words}" of "${field.label}"`).value;
}
