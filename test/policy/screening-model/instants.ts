/** Section 4: instants, and what the clock and the calendar of the organisation show at one. */
import { Temporal } from "temporal-polyfill";
import type { ArrangementFile } from "./shapes.ts";

export type LocalTime = {
  readonly instant: number;
  /** `2026-09-30`. */
  readonly day: string;
  /** `monday` … */
  readonly weekday: string;
  /** `09:05`. */
  readonly clock: string;
  /** The ISO week, `2026-53`. */
  readonly week: string;
};

const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** What the organisation's wall clock shows at the instant. */
export function localTime(written: string, timeZone: string): LocalTime {
  const instant = Temporal.Instant.from(written);
  const local = instant.toZonedDateTimeISO(timeZone);
  return {
    instant: instant.epochMilliseconds,
    day: local.toPlainDate().toString(),
    weekday: WEEKDAYS[local.dayOfWeek - 1] ?? "",
    clock: local.toPlainTime().toString().slice(0, 5),
    week: `${local.yearOfWeek}-${local.weekOfYear}`,
  };
}

/** From its start to just before its end, and not after it was lifted. */
export function inForce({ startsAt, endsAt, liftedAt }: ArrangementFile, { instant }: LocalTime): boolean {
  const begun = Date.parse(startsAt) <= instant && instant < Date.parse(endsAt);
  return begun && (liftedAt === undefined || instant < Date.parse(liftedAt));
}
