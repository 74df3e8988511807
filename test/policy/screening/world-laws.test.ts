/** The laws of screening where matching has its say too: over generated worlds, with everything a restriction may say. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aRegister, type Result } from "../../support/screening-world.ts";
import { stories } from "../screening-model/generate/steps.ts";
import { oneOf, restrictions } from "../screening-model/generate/world.ts";
import type { ArrangementFile, ContactFile, RestrictionFile, WorldFile } from "../screening-model/shapes.ts";

const RUNS = { numRuns: 300 };
const OUTCOMES = ["breach", "conditional", "permitted", "possible_match", "clear", "not_checked"];
const first = stories({ least: 1, most: 1 }).map(({ world, steps }) => ({
  world,
  contacts: steps.map((step) => step.contact),
}));

describe("laws of screening, in whole worlds", () => {
  it("a further restriction in an arrangement never makes the outcome weaker", () => {
    fc.assert(
      fc.property(first, restrictions, fc.nat(), ({ world, contacts }, more, place) => {
        const stricter = withArrangements(world, (arrangement, at) =>
          at === place % world.arrangements.length ? [...arrangement.restrictions, more] : arrangement.restrictions,
        );
        const [before, after] = [answers(world, contacts), answers(stricter, contacts)];
        expect(strength(after[0])).toBeLessThanOrEqual(strength(before[0]));
      }),
      RUNS,
    );
  });

  it("the order in which anything was written down does not matter", () => {
    fc.assert(
      fc.property(stories({ most: 6 }), ({ world, steps }) => {
        const contacts = steps.map(({ contact }) => contact);
        expect(answers(backwards(world), contacts)).toEqual(answers(world, contacts));
      }),
      RUNS,
    );
  });

  it("a contact outside every scope is neither a breach nor a condition", () => {
    fc.assert(
      fc.property(first, oneOf(["Housing", "Council Tax"]), ({ world, contacts }, service) => {
        const elsewhere = withArrangements(world, ({ restrictions }) =>
          restrictions.map((one) => ({ ...one, scope: ["Planning"] })),
        );
        const [answer] = answers(
          elsewhere,
          contacts.map((contact) => ({ ...contact, service })),
        );
        expect(["breach", "conditional"]).not.toContain(answer?.outcome);
        expect(answer?.restrictions).toEqual([]);
      }),
      RUNS,
    );
  });

  it("the same contact twice has the same answer, without a limit by the week", () => {
    fc.assert(
      fc.property(stories({ most: 6 }), ({ world, steps }) => {
        const boundless = withArrangements(world, ({ restrictions }) => restrictions.map(withoutWeek));
        const once = steps.map(({ contact }) => contact);
        const again = once.map((contact) => ({ ...contact, id: `again ${contact.id}` }));
        const all = answers(boundless, [...once, ...again]);
        expect(all.slice(once.length)).toEqual(all.slice(0, once.length));
      }),
      RUNS,
    );
  });
});

function answers(world: WorldFile, contacts: readonly ContactFile[]) {
  const register = aRegister(world);
  return contacts.map((contact) => plain(register.receive(contact)));
}

/** Without ids, which a generated world gives by place. */
function plain(result: Result) {
  if (result.status === "rejected") throw new Error("generated contacts are accepted");
  const { outcome, match, restrictions, handling } = result;
  return { outcome, match, handling, restrictions: restrictions.map((one) => `${one.kind} ${one.outcome}`).sort() };
}

function strength(answer: { readonly outcome: string } | undefined): number {
  return OUTCOMES.indexOf(answer?.outcome ?? "");
}

function withArrangements(
  world: WorldFile,
  change: (arrangement: ArrangementFile, place: number) => readonly RestrictionFile[],
): WorldFile {
  const arrangements = world.arrangements.map((one, place) => ({ ...one, restrictions: change(one, place) }));
  return { ...world, arrangements };
}

function backwards(world: WorldFile): WorldFile {
  return {
    ...world,
    staff: world.staff.toReversed(),
    customers: world.customers
      .toReversed()
      .map((one) => ({ ...one, aliases: one.aliases.toReversed(), identifiers: one.identifiers.toReversed() })),
    arrangements: world.arrangements
      .toReversed()
      .map((one) => ({ ...one, restrictions: one.restrictions.toReversed() })),
  };
}

function withoutWeek(restriction: RestrictionFile): RestrictionFile {
  const { maxPerWeek, ...parameters } = restriction.parameters;
  return maxPerWeek === undefined ? restriction : { ...restriction, parameters: { ...parameters, maxMinutes: 10 } };
}
