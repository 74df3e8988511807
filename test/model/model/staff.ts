/** Who is here today, who stands in for whom, and who carries whose authority (CASEWORK section 4). */
import { dayOf, daysLater } from "./calendar.ts";
import type { Delegation, Role, World } from "./world.ts";

/** Whether they are at work on that day: whoever has a delegation is away. */
export function isPresent(world: World, person: string, day = dayOf(world.now)): boolean {
  return world.staff[person]?.status === "active" && delegateOf(world.delegations, person, day) === undefined;
}

/** For whom this person stands in today: those away whose chain of delegates ends with them. */
export function standsInFor(world: World, person: string): string[] {
  const today = dayOf(world.now);
  return Object.keys(world.staff).filter(
    (away) =>
      away !== person &&
      world.staff[away]?.status !== "left" &&
      !isPresent(world, away) &&
      endOfChain(world, away, today) === person,
  );
}

/** In their own place or in that of somebody for whom they stand in. */
export function actsAs(world: World, person: string, is: (roles: readonly Role[]) => boolean): boolean {
  return [person, ...standsInFor(world, person)].some((seat) => is(world.staff[seat]?.roles ?? []));
}

/** The first who is here along the delegates; nobody when it ends or turns back. */
function endOfChain(world: World, from: string, day: string): string | undefined {
  const passed = new Set<string>();
  for (let now: string | undefined = from; now !== undefined && !passed.has(now); ) {
    if (isPresent(world, now, day)) return now;
    passed.add(now);
    now = delegateOf(world.delegations, now, day);
  }
  return undefined;
}

function delegateOf(delegations: readonly Delegation[], from: string, day: string): string | undefined {
  return delegations.find((one) => one.from === from && one.first <= day && day <= one.last)?.to;
}

/** An executive may decide what a senior officer may. */
export function carries(roles: readonly Role[], needed: "senior_officer" | "executive"): boolean {
  return roles.includes("executive") || roles.includes(needed);
}

/** Why a delegation is refused. */
export function refuseDelegation(world: World, wanted: Delegation): string[] {
  const { from, to, first, last } = wanted;
  const same = world.delegations.some((one) => one.from === from && one.first <= last && first <= one.last);
  return [
    ...(world.staff[from]?.status === "left" ? ["gone"] : []),
    ...(from === to ? ["to-oneself"] : []),
    ...(world.staff[to]?.status === "left" ? ["not-on-staff"] : []),
    ...(same ? ["overlaps"] : []),
    ...(closesCircle(world, wanted) ? ["cycle"] : []),
  ];
}

/** Whether on one of its days nobody is at the end of the chain because it leads back. */
function closesCircle(world: World, wanted: Delegation): boolean {
  const after = [...world.delegations, wanted];
  for (let day = wanted.first; day <= wanted.last; day = daysLater(day, 1)) {
    const passed = [wanted.from];
    for (let next = delegateOf(after, wanted.from, day); next !== undefined; next = delegateOf(after, next, day)) {
      if (passed.includes(next)) return true;
      passed.push(next);
    }
  }
  return false;
}
