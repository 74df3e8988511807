/** What happens to a register: contacts one after the other, and judgements of the register team between them. */
import fc from "fast-check";
import type { ArrangementFile, ContactFile, WorldFile } from "../shapes.ts";
import { contactsOf } from "./contacts.ts";
import { contactsAimedAt, targetsOf } from "./directed.ts";
import { oneOf, worlds } from "./world.ts";

/** `notTheSame`: after this contact the register team says that its customer is not this one. */
export type Step = { readonly contact: ContactFile; readonly notTheSame: string | undefined };
export type Story = { readonly world: WorldFile; readonly steps: readonly Step[] };
type Length = { readonly least?: number; readonly most: number };

/** A world and so many steps in it, half of them about one of its restrictions. The ids are the places in the story. */
export function stories({ least = 1, most }: Length): fc.Arbitrary<Story> {
  return worlds
    .chain((world) => targetsOf(world).map((target) => ({ world, target })))
    .chain(({ world, target }) => {
      const refs = world.customers.map(({ ref }) => ref);
      const step = fc.record({
        contact: fc.oneof(contactsOf(world), contactsAimedAt(target)),
        notTheSame: fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: oneOf(refs) }),
      });
      const steps = fc.array(step, { minLength: least, maxLength: most });
      return fc.record({ world: fc.constant(world), steps: steps.map(numbered) });
    });
}

/** Calls of one customer who may ring once or twice a week, close together. */
export const busyWeeks: fc.Arbitrary<Story> = fc.tuple(worlds, oneOf([1, 2])).chain(([world, maxPerWeek]) => {
  const parameters = { maxPerWeek };
  const restriction = { kind: "call_times", clause: "7.3.5", scope: "organisation" as const, parameters };
  const arrangement: ArrangementFile = {
    customer: "C-3",
    startsAt: "2026-09-01T00:00:00+01:00",
    endsAt: "2027-06-01T00:00:00+01:00",
    restrictions: [restriction],
  };
  const contacts = fc.array(contactsAimedAt({ arrangement, restriction }), { minLength: 4, maxLength: 10 });
  return contacts.map((all) => ({
    world: { ...world, arrangements: [arrangement] },
    steps: numbered(all.map((contact) => ({ contact, notTheSame: undefined }))),
  }));
});

function numbered(steps: readonly { contact: Omit<ContactFile, "id">; notTheSame: string | undefined }[]) {
  return steps.map(({ contact, notTheSame }, place) => ({ contact: { id: `c-${place}`, ...contact }, notTheSame }));
}
