/** Counting in days and months. Days are ISO dates, such as "2026-03-04". */
import { Temporal } from "temporal-polyfill";
import { wallClock } from "./offset.ts";
import { isWorkingDay, type WorkingClock } from "./working-clock.ts";

/** The date that is `days` working days after `date`; the date itself does not count (CASEWORK section 5). */
export function addWorkingDays(date: string, days: number, clock: WorkingClock): string {
  let day = Temporal.PlainDate.from(date);
  for (let left = days; left > 0; ) {
    day = day.add({ days: 1 });
    if (isWorkingDay(day.toString(), clock)) left -= 1;
  }
  return day.toString();
}

/** The same day of a later month, or that month's last day when it has no such day; back when `months` is negative. */
export function addMonths(date: string, months: number): string {
  return Temporal.PlainDate.from(date).add({ months }, { overflow: "constrain" }).toString();
}

/** The date that is so many days later, working days or not. */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** Whole months from one date to a later one, a started month counted as a whole one. */
export function monthsStarted(from: string, to: string): number {
  const { months } = Temporal.PlainDate.from(from).until(to, { largestUnit: "months" });
  return addMonths(from, months) < to ? months + 1 : months;
}

/** The local date of an instant. */
export function localDate(instant: Date, timeZone: string): string {
  return wallClock(instant, timeZone).slice(0, "2026-03-04".length);
}

/** The instant at which that date starts there; an arrangement starts and ends at the start of a day. */
export function startOfDay(date: string, timeZone: string): Date {
  return new Date(Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds);
}
