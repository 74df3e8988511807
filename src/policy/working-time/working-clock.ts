/** When an organisation works: its days, hours, holidays and time zone, or day and night on the short road. */
import { Temporal } from "temporal-polyfill";
import type { Pack } from "../packs/pack.ts";
import { WEEKDAYS, type Weekday } from "../vocabulary.ts";

export type WorkingClock = {
  /** An IANA name, such as Europe/London. */
  readonly timeZone: string;
  /** Days on which nobody works, as ISO dates. */
  readonly holidays: ReadonlySet<string>;
  readonly days: readonly Weekday[];
  /** Local clock times; `from` included, `to` excluded. */
  readonly hours: { readonly from: string; readonly to: string };
  /** Hours then never stop; days stay the days of the calendar (CASEWORK section 3). */
  readonly dayAndNight: boolean;
};

export type Holidays = Pick<WorkingClock, "timeZone" | "holidays">;

/** The pack's working hours in the organisation's time zone, with its calendar's and its own added holidays. */
export function workingClock(pack: Pack, { timeZone, holidays }: Holidays, dayAndNight = false): WorkingClock {
  const { days, from, to } = pack.workingHours.value;
  return { timeZone, holidays, days, hours: { from, to }, dayAndNight };
}

/** Whether people work on that ISO date. */
export function isWorkingDay(date: string, { days, holidays }: WorkingClock): boolean {
  const weekday = WEEKDAYS[Temporal.PlainDate.from(date).dayOfWeek - 1];
  return weekday !== undefined && days.includes(weekday) && !holidays.has(date);
}

/** The minutes of one working day, as the clock face shows them. */
export function minutesOfWorkingDay({ hours }: WorkingClock): number {
  return Temporal.PlainTime.from(hours.from).until(hours.to).total("minutes");
}
