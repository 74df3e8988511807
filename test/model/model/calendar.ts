/** Days and working time where the organisation is. An instant is milliseconds since the epoch, a day an ISO date. */
import { Temporal } from "temporal-polyfill";
import { CLOSES, OPENS, type PackName, POLICY } from "./pack.ts";

const ZONE = "Europe/London";

/** The day on which an instant falls. */
export function dayOf(at: number): string {
  return zoned(at).toPlainDate().toString();
}

/** The instant at which a day begins. */
export function startOfDay(day: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime(ZONE).epochMilliseconds;
}

/** So many days later, or earlier. */
export function daysLater(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** So many months later; the last day of a shorter month (CASEWORK section 5). */
export function monthsLater(day: string, months: number): string {
  return Temporal.PlainDate.from(day).add({ months }).toString();
}

/** So many working days later. */
export function workingDaysLater(day: string, days: number, pack: PackName): string {
  let found = day;
  for (let left = days; left > 0; left -= isWorkingDay(found, pack) ? 1 : 0) found = daysLater(found, 1);
  return found;
}

/** The instant at which so many working days of 9am to 5pm have passed; on the short road as many hours of any day. */
export function workingTimeLater(at: number, days: number, on: { pack: PackName; dayAndNight: boolean }): number {
  let left = days * (CLOSES - OPENS) * 3_600_000;
  if (on.dayAndNight) return at + left;
  for (let day = dayOf(at); ; day = daysLater(day, 1)) {
    if (!isWorkingDay(day, on.pack)) continue;
    const from = Math.max(at, hourOf(day, OPENS));
    const open = Math.max(0, hourOf(day, CLOSES) - from);
    if (left <= open) return from + left;
    left -= open;
  }
}

function isWorkingDay(day: string, pack: PackName): boolean {
  return Temporal.PlainDate.from(day).dayOfWeek <= 5 && !POLICY[pack].holidays.includes(day);
}

function hourOf(day: string, hour: number): number {
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: ZONE, plainTime: { hour } }).epochMilliseconds;
}

const zoned = (at: number) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(ZONE);
