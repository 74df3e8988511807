/** Who comes and goes, and who stands in for whom. */
import fc from "fast-check";
import type { Chosen } from "../commands.ts";
import type { Officer, World } from "../model/world.ts";
import { anybody, senior } from "./choose.ts";

export const staff: fc.Arbitrary<Chosen> = fc
  .record({
    person: fc.oneof({ weight: 4, arbitrary: senior }, { weight: 1, arbitrary: fc.constant("p.shah") }),
    status: fc.constantFrom<Officer["status"][]>("active", "active", "absent", "absent", "left"),
    roles: fc.constantFrom<Officer["roles"][]>(["senior_officer"], ["executive"], ["executive"], ["officer"]),
    keep: fc.boolean(),
  })
  .map(({ keep, person, status, roles }) => (world) => ({
    do: "staff",
    person,
    status: status === "left" && hasWork(world, person) ? "absent" : status,
    roles: keep ? (world.staff[person]?.roles ?? roles) : roles,
  }));

/** What a leaver had in hand goes to others, of which the model knows nothing. Whoever stood in for a manager has some. */
function hasWork({ proposals, steps, letters }: World, person: string): boolean {
  return (
    proposals.some(({ proposer }) => proposer === person) ||
    [...steps, ...letters].some(({ owner }) => owner === person)
  );
}

export const delegate: fc.Arbitrary<Chosen> = fc
  .record({
    from: fc.oneof(senior, fc.constant("t.kerr")),
    to: fc.oneof(senior, anybody),
    inDays: fc.constantFrom(0, 0, 0, 1, 3),
    days: fc.constantFrom(1, 2, 7),
  })
  .map((facts) => () => ({ do: "delegate", ...facts }));
