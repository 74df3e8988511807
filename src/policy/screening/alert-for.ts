import type { AlertedCustomer, AlertNeeded } from "./answer.ts";
import type { Ranked, Side, Sides } from "./rank.ts";

/** Breaches, conditions and possible matches are alerted; everybody it may concern is named to the register team. */
export function alertFor(first: Ranked, sides: Sides): AlertNeeded {
  const everybody = [...alerted(sides.customer, "customer"), ...alerted(sides.representative, "representative")];
  const about = everybody.find(({ ref, tier }) => ref === first.customer.ref && tier === first.tier);
  if (about === undefined) throw new Error("the customer who decides is one of those found");
  return { about, others: everybody.filter(({ ref }) => ref !== about.ref) };
}

function alerted({ matches }: Side, side: AlertedCustomer["side"]): readonly AlertedCustomer[] {
  return matches.map(({ customer, tier }) => ({ ref: customer.ref, tier, side }));
}
