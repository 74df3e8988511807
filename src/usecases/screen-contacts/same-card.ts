/** Whether the card of one alert holds for another contact too, so that only its count grows. */
import { type AlertDraft, isUnsure } from "./alert-draft.ts";
import { isWithinSeries } from "./series.ts";

/** What alerts share that may stand in one card; nothing where one needs its own. */
export function likenessOf({ series, likeness }: AlertDraft): string | null {
  return series ?? likeness;
}

/** Whether an alert of the same likeness, or one with a further contact in it, says what the other said. */
export function saysTheSame(one: AlertDraft, other: AlertDraft): boolean {
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

/** Whether everybody whom an alert tells is told of the other one already. */
export function areTold(by: AlertDraft, alert: AlertDraft): boolean {
  return [...alert.told.keys()].every((officer) => by.told.has(officer));
}

/**
 * Whether an alert may stand in the card of this one. A possible match never does: the register team judges each by what
 * was given. Nor does anything once the named officer has it, nor what can be told to fewer people than the card says.
 */
export function mayHold(head: AlertDraft, alert: AlertDraft): boolean {
  return (
    head.gatheredIn === null &&
    head.isOpen &&
    !head.handled &&
    !isUnsure(alert) &&
    isWithinSeries(head.at, alert.at) &&
    saysTheSame(head, alert) &&
    areTold(head, alert) &&
    (isHeard(alert) || alert.told.size === head.told.size)
  );
}

/** Somebody has it who was reached, or stands in for them: the channel hears it where nobody could be told any more. */
function isHeard({ told }: AlertDraft): boolean {
  return [...told.values()].some((part) => part === "reached" || part === "standing_in");
}

const restrictionsOf = ({ decided }: AlertDraft): string =>
  decided
    .map(({ id, outcome }) => `${id} ${outcome}`)
    .sort()
    .join();
