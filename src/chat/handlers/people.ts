/** Officers by search: who fits what is typed in a field, and what those are called who were chosen in it. */
import type { Field, Option, Values } from "../../../cards/model.ts";
import { clamped } from "../../../cards/render/plain.ts";
import { listOf } from "../../policy/arrangement/uk-words.ts";
import type { Findable } from "../../policy/staff/people-found.ts";
import type { Actor } from "../../usecases/context.ts";
import type { FindPeople } from "../../usecases/directory/find-people.ts";
import type { Answer, PeopleSearch } from "../desk.ts";
import type { Outage } from "../outage-words.ts";
import { type Identify, whoAsks } from "../who-asks.ts";
import { several } from "./handler.ts";

export type PeopleDeps = {
  readonly findPeople: (command: FindPeople) => Promise<readonly Findable[]>;
  readonly namePeople: (command: { actor: Actor; values: readonly string[] }) => Promise<readonly Findable[]>;
};

/** Nobody is found by somebody who is not linked or has left, nor while the register is away: a list holds no words. */
export async function search(
  { identify, outage, findPeople }: PeopleDeps & { readonly identify: Identify; readonly outage: Outage },
  { from, among, typed }: PeopleSearch,
): Promise<readonly Option[]> {
  try {
    const identity = await whoAsks(identify, from);
    if (identity?.code !== "officer") return [];
    return (await findPeople({ actor: identity.actor, among, typed })).map(asOption);
  } catch (error) {
    if (outage(error)) return [];
    throw error;
  }
}

/** A form with faults, with the names of those who were just chosen in it: a chat sends only who they are. */
export async function withChosen(
  { namePeople }: PeopleDeps,
  { actor, values }: { readonly actor: Actor; readonly values: Values },
  answer: Answer,
): Promise<Answer> {
  if (answer.kind !== "faults") return answer;
  const unnamed = answer.form.fields.flatMap((field) => unknownIn(field, values));
  if (unnamed.length === 0) return answer;
  const named = (await namePeople({ actor, values: unnamed })).map(asOption);
  const fields = answer.form.fields.map((field) =>
    field.kind === "people" ? { ...field, known: [...field.known, ...named], value: several(values, field.id) } : field,
  );
  return { ...answer, form: { ...answer.form, fields } };
}

function unknownIn(field: Field, values: Values): readonly string[] {
  if (field.kind !== "people") return [];
  return several(values, field.id).filter((value) => field.known.every((one) => one.value !== value));
}

/** Of what came as a work email they may read so many again, and so much of each. */
const [LISTED, SHOWN] = [5, 100];

/** Whom somebody chose and the staff list has no more, in the form where they chose them: for them alone. */
export function notOnStaff(emails: readonly string[]): string {
  const shown = emails.slice(0, LISTED).map((one) => clamped(one, SHOWN));
  const more = emails.length > LISTED ? [`${emails.length - LISTED} more`] : [];
  const are = emails.length === 1 ? "is the work email of nobody" : "are the work emails of nobody";
  return `${listOf([...shown, ...more])} ${are} here any more. Look for them again.`;
}

export const asOption = ({ value, label }: Findable): Option => ({ value, label });
