/** Section 3: which of several customers a contact is, on one side of it. */
import { type Case, type Judged, judge, restrictionsInForce } from "./judge.ts";
import type { Outcome, Person, Tier } from "./shapes.ts";
import { tierOf } from "./tier.ts";

const TIERS: readonly Tier[] = ["identified", "probable", "possible"];
const OUTCOMES: readonly Outcome[] = ["breach", "conditional", "permitted", "possible_match", "clear", "not_checked"];

export type Side = {
  readonly outcome: Outcome;
  readonly tier?: Tier;
  readonly ref?: string;
  readonly restrictions: readonly Judged[];
};

export const strength = (outcome: Outcome): number => OUTCOMES.indexOf(outcome);

/** The one who counts: the best tier, then the strongest outcome, then the lowest reference. */
export function side(person: Person, asked: Case, isDropped: (ref: string) => boolean): Side {
  const restricted = asked.world.customers.filter(
    ({ ref }) => restrictionsInForce(ref, asked.world, asked.local).length,
  );
  const sides = restricted.flatMap((customer) => {
    const tier = tierOf(person, customer, { country: asked.world.organisation.country, day: asked.local.day });
    const gone = tier === undefined || (isDropped(customer.ref) && person.ref?.trim() !== customer.ref);
    return gone ? [] : [sideOf(customer.ref, tier, asked)];
  });
  const best = TIERS.find((tier) => sides.some((one) => one.tier === tier));
  const [first] = sides.filter(({ tier }) => tier === best).toSorted(byStrength);
  return first ?? { outcome: "clear", restrictions: [] };
}

function sideOf(ref: string, tier: Tier, asked: Case): Side {
  if (tier === "possible") return { outcome: "possible_match", tier, ref, restrictions: [] };
  const restrictions = judge(ref, asked);
  const outcome = OUTCOMES.find((one) => restrictions.some((judged) => judged.outcome === one)) ?? "permitted";
  return { outcome, tier, ref, restrictions };
}

function byStrength(one: Side, other: Side): number {
  return strength(one.outcome) - strength(other.outcome) || ((one.ref ?? "") < (other.ref ?? "") ? -1 : 1);
}
