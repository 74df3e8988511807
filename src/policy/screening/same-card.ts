/** Whether the card of one alert holds for another contact too, so that only its count grows (decision 6). */
import type { Outcome } from "../vocabulary.ts";
import type { AlertedCustomer } from "./answer.ts";
import { isWithinSeries } from "./series.ts";

/** Who is told of an alert: the officer reached, the named officer or reader, or a manager standing in. */
export type ToldAs = "reached" | "point_of_contact" | "standing_in";

/** What an alert says, and to whom. */
export type CardAlert = {
  readonly about: Pick<AlertedCustomer, "ref" | "tier">;
  readonly outcome: Outcome;
  /** The restrictions that decided. */
  readonly decided: readonly { readonly id: string; readonly outcome: string }[];
  readonly handling: readonly string[];
  /** The named officer has it. */
  readonly handled: boolean;
  /** Epoch milliseconds. */
  readonly at: number;
  /** By officer; those told before have no part. */
  readonly told: ReadonlyMap<string, ToldAs | undefined>;
  /** What its contacts share, of those without a conversation. */
  readonly series: string | null;
  /** The same of a conversation; null once its contacts differ, and of a possible match. */
  readonly likeness: string | null;
  /** The alert in whose card it stands. */
  readonly gatheredIn: string | null;
  /** Neither answered nor judged. */
  readonly isOpen: boolean;
};

/** What alerts share that may stand in one card; nothing where one needs its own. */
export function likenessOf({ series, likeness }: Pick<CardAlert, "series" | "likeness">): string | null {
  return series ?? likeness;
}

/** An alert with a further contact in it says what it said, and to nobody else. */
export function addsNothing(before: CardAlert, after: CardAlert): boolean {
  return saysTheSame(before, after) && areTold(before, after);
}

/** Whether everybody whom an alert tells is told of the other one already. */
export function areTold(by: Pick<CardAlert, "told">, alert: Pick<CardAlert, "told">): boolean {
  return [...alert.told.keys()].every((officer) => by.told.has(officer));
}

/**
 * Whether an alert may stand in the card of this one, which is like it. A possible match never does: the register team
 * judges each by what was given. Nor does anything once the named officer has it, nor what can be told to fewer people than
 * the card says.
 */
export function mayHold(head: CardAlert, alert: CardAlert): boolean {
  return (
    head.gatheredIn === null &&
    head.isOpen &&
    !head.handled &&
    alert.outcome !== "possible_match" &&
    isWithinSeries(head.at, alert.at) &&
    addsNothing(head, alert) &&
    (isHeard(alert) || alert.told.size === head.told.size)
  );
}

/** Whether two that are alike say the same. */
function saysTheSame(one: CardAlert, other: CardAlert): boolean {
  return (
    one.outcome === other.outcome &&
    one.about.ref === other.about.ref &&
    one.about.tier === other.about.tier &&
    one.handled === other.handled &&
    // In an arrangement made anew since it may be another clause that says so.
    restrictionsOf(one) === restrictionsOf(other) &&
    one.handling.toSorted().join() === other.handling.toSorted().join()
  );
}

/** Somebody has it who was reached, or stands in for them: the channel hears it where nobody could be told any more. */
function isHeard({ told }: CardAlert): boolean {
  return [...told.values()].some((part) => part === "reached" || part === "standing_in");
}

function restrictionsOf({ decided }: CardAlert): string {
  return decided
    .map(({ id, outcome }) => `${id} ${outcome}`)
    .toSorted()
    .join();
}
