import type { AlertedCustomer, AlertNeeded } from "./answer.ts";

/** An alert that was already raised in the same conversation. */
export type RaisedAlert = AlertNeeded & { readonly id: string };

/**
 * The alert of this conversation that a further leg belongs to, if any (SCREENING section 6).
 * Two sure ones are one alert when they are about the same customer. A possible match is about everybody it names:
 * when a leg is surer of one of them, before or after, that is the same alert.
 */
export function alertToUpdate<Raised extends RaisedAlert>(
  raised: readonly Raised[],
  needed: AlertNeeded,
): Raised | undefined {
  const same = raised.find(({ about }) => about.ref === needed.about.ref);
  return same ?? raised.find((alert) => (isPossible(alert) || isPossible(needed)) && overlap(alert, needed));
}

function isPossible({ about }: AlertNeeded): boolean {
  return about.tier === "possible";
}

function overlap(one: AlertNeeded, other: AlertNeeded): boolean {
  const named = new Set(everybody(one).map(({ ref }) => ref));
  return everybody(other).some(({ ref }) => named.has(ref));
}

function everybody({ about, others }: AlertNeeded): readonly AlertedCustomer[] {
  return [about, ...others];
}
