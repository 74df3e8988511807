/** The shape of every handler: who, what, answer. No policy and no SQL. */
import { done } from "../../../cards/done.ts";
import { type Faults, type Form, MOST_PEOPLE, type Values } from "../../../cards/model.ts";
import { type RefusalFacts, refusal } from "../../../cards/refusals.ts";
import { storable } from "../../../cards/storable.ts";
import { counted } from "../../policy/arrangement/uk-words.ts";
import type { Actor } from "../../usecases/context.ts";
import type { Answer, Press, Submission } from "../desk.ts";

export type OnPress = (actor: Actor, press: Press) => Promise<Answer>;
export type OnSubmit = (actor: Actor, submission: Submission) => Promise<Answer>;

/** A refusal, shown to the person alone. */
export function refused(facts: RefusalFacts): Answer {
  return { kind: "told", card: refusal(facts) };
}

/** What was recorded, and what follows. */
export function recorded(title: string, next: string): Answer {
  return { kind: "told", card: done({ title, next }) };
}

export const NOTHING_TO_SHOW: Answer = { kind: "done" };

/** The refusals that several use cases share. */
export function refusedAs(code: "unknown-target" | "not-yours"): Answer {
  return code === "not-yours" ? refused({ code, ask: [] }) : refused({ code });
}

/** One answer, trimmed; nothing when it was left empty. */
export function one(values: Values, id: string): string | null {
  const value = values[id];
  const text = typeof value === "string" ? storable(value).trim() : "";
  return text === "" ? null : text;
}

/** One answer that ends a sentence in the letter, which has its own full stop. */
export function phrase(values: Values, id: string): string | null {
  return one(values, id)?.replace(/[.\s]+$/, "") || null;
}

/** Several answers; none when nothing was chosen. */
export function several(values: Values, id: string): readonly string[] {
  const value = values[id];
  if (value === undefined) return [];
  return (typeof value === "string" ? [value] : value).map(storable);
}

/** A day of our time as an ISO date; nothing when none was given or there is no such day: a picker's answer can be forged. */
export function dayIn(values: Values, id: string): string | null {
  const text = one(values, id);
  if (text === null || !/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text)) return null;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : null;
}

/** The answers that are words of a fixed list; a forged one is left out. */
export function among<Word extends string>(words: readonly Word[], given: readonly (string | null)[]): readonly Word[] {
  return words.filter((word) => given.includes(word));
}

/** Texts longer, and people more, than their field takes: a chat's own limit can be gone round, and a text is never cut in silence. */
export function tooLong({ fields }: Pick<Form, "fields">, values: Values): Faults {
  const faults: Record<string, string> = {};
  for (const field of fields) {
    if (field.kind === "people" && several(values, field.id).length > MOST_PEOPLE)
      faults[field.id] = `At most ${MOST_PEOPLE} people can be named here. Leave some of them out.`;
    if (field.kind !== "text") continue;
    const over = [...(one(values, field.id) ?? "")].length - field.maxLength;
    if (over > 0)
      faults[field.id] = `This is ${counted(over, "character")} too long: at most ${field.maxLength}. Shorten it.`;
  }
  return faults;
}

/** Each fault beside its field; of one field all that is wrong with it. */
export function besideFields(found: readonly (readonly [field: string, words: string])[]): Faults {
  const byField = Map.groupBy(found, ([field]) => field);
  return Object.fromEntries([...byField].map(([field, all]) => [field, all.map(([, words]) => words).join(" ")]));
}

/** The form with its faults beside their fields; nothing when there are none. */
export function faultsIn(form: Form, faults: Faults): Answer | undefined {
  return Object.keys(faults).length > 0 ? { kind: "faults", form, faults } : undefined;
}
