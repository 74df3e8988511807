/** The sandbox's routes for one person, and waiting. */
import type { ConversationSummary } from "../../../src/sandbox/wire.ts";
import type { SeenCard, SeenDialog } from "../person.ts";

export type Window = ReturnType<typeof openWindow>;

/** What a path showed, and the mark of everything in the chat at that moment. */
type Seen<T> = { readonly mark: string; readonly shown: T };

export function openWindow(address: string, person: string) {
  const base = `${address}/-/people/${encodeURIComponent(person)}`;
  const seen = new Map<string, Seen<unknown>>();
  /** What is shown now: the same object as before while nothing has changed in the chat. */
  const look = async <T>(path: string): Promise<Seen<T>> => {
    const before = seen.get(path) as Seen<T> | undefined;
    const response = await fetch(`${base}${path}`, { headers: { "if-none-match": before?.mark ?? "" } });
    if (response.status === 304 && before !== undefined) return before;
    const shown = await answerOf<T>(path, response);
    const now = { mark: found(response.headers.get("etag"), `the mark of ${path}`), shown };
    seen.set(path, now);
    return now;
  };
  /** The same, without asking where the mark of the moment is known and has been seen here. */
  const lookAt = async <T>(path: string, mark: string): Promise<Seen<T>> => {
    const before = seen.get(path) as Seen<T> | undefined;
    return before !== undefined && before.mark === mark ? before : await look<T>(path);
  };
  const headers = { "content-type": "application/json" };
  const get = async <T>(path: string) => (await look<T>(path)).shown;
  const post = async <T>(path: string, body: unknown) =>
    answerOf<T>(path, await fetch(`${base}${path}`, { method: "POST", headers, body: JSON.stringify(body) }));
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
      const pathOf = (id: string) => `/conversations/${encodeURIComponent(id)}/messages`;
      if (where !== undefined) return get<M[]>(pathOf(where));
      const { mark, shown } = await look<ConversationSummary[]>("/conversations");
      const lists = await Promise.all(shown.map(({ id }) => lookAt<M[]>(pathOf(id), mark)));
      return lists.flatMap((list) => list.shown).sort((a, b) => a.at.localeCompare(b.at));
    },
  };
}

async function answerOf<T>(path: string, response: Response): Promise<T> {
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
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

type Option = { readonly text: string; readonly value: string };

/** The value of the one whom a search for these words finds: by name they are the first, or the only one. */
export async function searched(
  field: { readonly label: string },
  words: string,
  search: (query: string) => Promise<{ readonly options: readonly Option[] }>,
): Promise<string> {
  const { options } = await search(words);
  const named = options.map(({ text, value }) => ({ label: text, value }));
  const only = named.length === 1 ? named[0] : undefined;
  return found(byLabel(named, words) ?? only, `"${words}" among those whom "${field.label}" finds`).value;
}

/** The value of an option by its words; typed text stays as it is. */
export function valueFor(
  field: { label: string; options: readonly { label: string; value: string }[] },
  words: string,
): string {
  if (field.options.length === 0) return words;
  return found(byLabel(field.options, words), `the option "${words}" of "${field.label}"`).value;
}
