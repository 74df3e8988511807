/** What the steps of a story do with their hands: fill in and send, and read what they are told. The same in both chats. */
import type { Outcome } from "../../src/sandbox/wire.ts";
import { until } from "../support/person/window.ts";
import type { Filled, Person, SeenCard, SeenDialog } from "../support/person.ts";

/** What a person is shown after an act: in a window that is then closed, or over the card (Teams). */
export async function told(person: Person, outcome: Outcome): Promise<string> {
  if (!outcome.ok) throw new Error(`${person.id} was shown an error: ${outcome.error}`);
  const open = await person.dialog();
  if (open === null) return outcome.said ?? "";
  await person.close();
  return [open.title, ...open.lines].join("\n");
}

/** Fills in the open form, sends it, and reads what comes of it. */
export async function send(person: Person, values: Filled = {}): Promise<string> {
  if (Object.keys(values).length > 0) await person.fill(values);
  return await told(person, await person.submit());
}

/** Sends the open form, which must stay open; gives back why, and the form with what was typed still in it. */
export async function refusedForm(person: Person, values: Filled = {}): Promise<{ why: string; form: SeenDialog }> {
  if (Object.keys(values).length > 0) await person.fill(values);
  const outcome = await person.submit();
  const form = await until(async () => (await person.dialog()) ?? undefined, "the form that was refused");
  const client = outcome.ok ? [] : [outcome.error];
  return { why: [...form.faults, ...client].join("\n"), form };
}

/** What stands in a field of a form. */
export function typedIn(form: SeenDialog, label: string): string {
  const field = form.fields.find((one) => one.label.startsWith(label));
  return [field?.value ?? ""].flat().join(",");
}

/** Presses a button that opens something to read, reads it, and closes it. */
export async function read(person: Person, label: string, on: string | RegExp): Promise<string> {
  return await told(person, await person.press(label, { on }));
}

export const words = (card: SeenCard): string => card.lines.join("\n");

/** Waits until this very card says so: it was edited, not posted anew. */
export async function becomes(person: Person, { id, conversation }: SeenCard, say: string | RegExp): Promise<SeenCard> {
  const holds = (card: SeenCard) => (typeof say === "string" ? words(card).includes(say) : say.test(words(card)));
  return await until(
    async () => (await person.cards(conversation)).find((card) => card.id === id && holds(card)),
    `the card "${id}" to say ${String(say)}`,
  );
}
