/** The same customer ringing thirty times in an hour is one card whose count grows (decision 6). */
import type { Outcome } from "../vocabulary.ts";
import type { AlertNeeded } from "./answer.ts";
import type { ContactFacts } from "./facts.ts";

/** How far apart the contacts of one alert may be, counted from its first, in milliseconds. */
export const SERIES = 60 * 60_000;

type Said = Pick<AlertNeeded, "about"> & {
  readonly outcome: Outcome;
  readonly handling: readonly string[];
};

/**
 * What contacts without a conversation must share to be one alert, and alerts of conversations to stand in one card: the
 * customer, the channel, whom they reached and what screening says of them. One that says something else needs a card of
 * its own.
 */
export function seriesOf(facts: ContactFacts, { about, outcome, handling }: Said): string {
  return `${placeOf(facts, about.ref)}${JSON.stringify([outcome, handling])}`;
}

/** What of it is known before screening has said anything: it begins with this. */
export function placeOf({ channel, direction, reached, service }: ContactFacts, ref: string): string {
  return JSON.stringify([ref, channel, direction, reached ?? null, service ?? null]);
}

/** Whether a contact is near enough to the first of a card; both in epoch milliseconds. Records may come late. */
export function isWithinSeries(first: number, at: number): boolean {
  return Math.abs(at - first) < SERIES;
}
