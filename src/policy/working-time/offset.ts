/** How far a place's clocks are from UTC. Asked for every contact and every card, so the answer is kept. */
import { Temporal } from "temporal-polyfill";

/** A stretch of time, from included, until excluded, in which a zone's clocks are not changed. All in milliseconds. */
type Stretch = { readonly from: number; readonly until: number; readonly offset: number };

/** The last one asked for, by time zone: what is asked about happens now, and a clock is changed twice a year. */
const stretches = new Map<string, Stretch>();

/** Milliseconds to add to an instant (epoch milliseconds) for what the clocks of an IANA time zone show. */
export function offsetAt(at: number, timeZone: string): number {
  const last = stretches.get(timeZone);
  if (last !== undefined && last.from <= at && at < last.until) return last.offset;
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  const until = local.getTimeZoneTransition("next")?.epochMilliseconds ?? Infinity;
  const offset = local.offsetNanoseconds / 1_000_000;
  stretches.set(timeZone, { from: at, until, offset });
  return offset;
}

/** What a calendar and a clock on the wall show there: "2026-03-03T09:30:00.000". */
export function wallClock(instant: Date, timeZone: string): string {
  const at = instant.getTime();
  return new Date(at + offsetAt(at, timeZone)).toISOString().slice(0, -1);
}
