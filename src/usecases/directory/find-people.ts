/** Officers by search: what a form that asks for people looks up, and what those are called whom somebody chose. */
import { loadOutside } from "../../../db/queries/names.ts";
import { loadStaff } from "../../../db/queries/staff.ts";
import { interactive, type Tx } from "../../../db/transaction.ts";
import {
  type Findable,
  officerToFind,
  outsideToFind,
  type People,
  peopleFound,
} from "../../policy/staff/people-found.ts";
import type { OfficerStatus } from "../../policy/vocabulary.ts";
import type { Actor, Context } from "../context.ts";

export type FindPeople = { readonly actor: Actor; readonly among: People; readonly typed: string };

/** As many as any menu shows. */
const MOST = 100;

/** Those of the actor's own organisation who fit what was typed, at most 100; `value` is a work email, or the id of somebody outside the staff. */
export function findPeople({ db, chats }: Context) {
  return async ({ actor, among, typed }: FindPeople): Promise<readonly Findable[]> =>
    await interactive(db, actor.organisation, async (tx) => {
      const people = await everybody(tx, actor, chats);
      return peopleFound(typed, toldApart(people.filter(({ is }) => IN[among].includes(is)))).slice(0, MOST);
    });
}

/** What these are called, whoever of them is known: those who left, too. */
export function namePeople({ db, chats }: Context) {
  return async ({ actor, values }: { readonly actor: Actor; readonly values: readonly string[] }) =>
    await interactive(db, actor.organisation, async (tx): Promise<readonly Findable[]> => {
      const people = await everybody(tx, actor, chats);
      return people.filter(({ value }) => values.includes(value));
    });
}

type Known = Findable & { readonly is: OfficerStatus | "outside" };

const IN: Readonly<Record<People, readonly Known["is"][]>> = {
  here: ["active"],
  "here-or-outside": ["active", "outside"],
  staff: ["active", "absent"],
};

async function everybody(tx: Tx, { organisation }: Actor, chats: Context["chats"]): Promise<readonly Known[]> {
  const [staff, outside] = await Promise.all([loadStaff(tx, organisation, chats), loadOutside(tx, organisation)]);
  return [
    ...staff.map((member) => ({ ...officerToFind(member), is: member.status })),
    ...outside.map((contact) => ({ ...outsideToFind(contact), is: "outside" as const })),
  ];
}

/** Two of one name in one service are told apart by their email. */
function toldApart(people: readonly Known[]): readonly Known[] {
  const alike = Map.groupBy(people, ({ label }) => label);
  return people.map((person) =>
    (alike.get(person.label)?.length ?? 0) > 1 && person.email !== null
      ? { ...person, label: `${person.name}, ${person.email}` }
      : person,
  );
}
