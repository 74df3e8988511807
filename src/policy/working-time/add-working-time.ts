/** Moves an instant on by working minutes. */
import { Temporal } from "temporal-polyfill";
import { isWorkingDay, minutesOfWorkingDay, type WorkingClock } from "./working-clock.ts";

/** A clock without any working day in this many days is a fault of its data, not a deadline. */
const FURTHEST_SEARCH_DAYS = 3_660;

/**
 * The instant at which `minutes` of working time have passed since `start`. Time outside the working hours does not
 * count; day and night, every minute does. A deadline at closing time stays on that day.
 */
export function addWorkingTime(start: Date, minutes: number, clock: WorkingClock): Date {
  if (clock.dayAndNight || minutes === 0) return new Date(start.getTime() + minutes * 60_000);

  let left = minutes * 60_000;
  let day = localDay(start, clock);
  for (let searched = 0; searched < FURTHEST_SEARCH_DAYS; searched++) {
    const { opens, closes } = workingHoursOf(day, clock);
    const from = Math.max(opens, start.getTime());
    if (from + left <= closes) return new Date(from + left);
    left -= Math.max(0, closes - from);
    day = day.add({ days: 1 });
  }
  throw new Error("the working calendar has no working day in ten years");
}

/** The same, counted in whole working days of the clock's own hours: 1 is the same time on the next working day. */
export function addWorkingDaysOfTime(start: Date, days: number, clock: WorkingClock): Date {
  return addWorkingTime(start, days * minutesOfWorkingDay(clock), clock);
}

function localDay(instant: Date, { timeZone }: WorkingClock): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
}

/** Milliseconds since the epoch; a day off opens and closes at the same instant. */
function workingHoursOf(day: Temporal.PlainDate, clock: WorkingClock): { opens: number; closes: number } {
  const at = (plainTime: string) => day.toZonedDateTime({ timeZone: clock.timeZone, plainTime }).epochMilliseconds;
  const opens = at(clock.hours.from);
  return { opens, closes: isWorkingDay(day.toString(), clock) ? at(clock.hours.to) : opens };
}
