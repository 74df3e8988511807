import { Temporal } from "temporal-polyfill";
import { WEEKDAYS, type Weekday } from "../vocabulary.ts";
import { offsetAt } from "../working-time/offset.ts";

/** An instant as the organisation's clock shows it. `weekStartsAt`: its ISO week's Monday, epoch milliseconds. */
export type LocalMoment = {
  readonly weekday: Weekday;
  readonly secondOfDay: number;
  readonly weekStartsAt: number;
};

const DAY = 86_400_000;
/** 1 January 1970 was a Thursday: so many days after a Monday. */
const FIRST_WEEKDAY = 3;

/** The local moment of an instant (epoch milliseconds) in an IANA time zone. */
export function localMoment(at: number, timeZone: string): LocalMoment {
  const clock = at + offsetAt(at, timeZone);
  const day = Math.floor(clock / DAY);
  const sinceMonday = (((day + FIRST_WEEKDAY) % 7) + 7) % 7;
  return {
    weekday: WEEKDAYS[sinceMonday] ?? "monday",
    secondOfDay: Math.floor((clock - day * DAY) / 1000),
    weekStartsAt: startOfWeek(day - sinceMonday, timeZone),
  };
}

/** When the weeks asked for begin, by time zone and Monday: fifty of them in a year. */
const weeks = new Map<string, Map<number, number>>();

/** The first instant of a local week, whose Monday is counted in days from 1 January 1970. */
function startOfWeek(monday: number, timeZone: string): number {
  const known = weeks.get(timeZone)?.get(monday);
  if (known !== undefined) return known;
  const date = new Temporal.PlainDate(1970, 1, 1).add({ days: monday });
  const startsAt = date.toZonedDateTime(timeZone).epochMilliseconds;
  weeks.set(timeZone, (weeks.get(timeZone) ?? new Map<number, number>()).set(monday, startsAt));
  return startsAt;
}

/** The instant (epoch milliseconds) after a local day, `2026-09-30`: a last valid day is included (SCREENING section 3). */
export function endOfLocalDay(date: string, timeZone: string): number {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds;
}

/** Computes once, when first asked: most contacts never need their local time. */
export function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
}
