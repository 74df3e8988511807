/** The one clock of a scenario. It only goes forward, and stands still for nobody: the product's time follows it. */
import { Temporal } from "temporal-polyfill";
import { holidays } from "../../../src/calendar/holidays.ts";
import { ukDate } from "../../../src/policy/arrangement/uk-words.ts";
import { type Calendar, WEEKDAYS } from "../../../src/policy/vocabulary.ts";
import type { Product } from "../../support/product.ts";

const ZONE = "Europe/London";

/** A Monday. Every run of the tests begins on it. */
export const BEGINNING = new Date("2030-01-07T09:00:00Z");

type Passing = {
  readonly minutes?: number;
  readonly hours?: number;
  readonly days?: number;
  readonly workingDays?: number;
  readonly months?: number;
};

export type TestClock = {
  /** "friday 17:10": the next one that is still to come; "2030-04-18 16:00": that very moment. */
  readonly goesTo: (moment: string) => Promise<void>;
  /** The same, but no bank holiday is in the two weeks after it: the days that a scenario counts are what they seem. */
  readonly beginsOn: (moment: string) => Promise<void>;
  /** Days and months keep the time of day. */
  readonly passes: (time: Passing) => Promise<void>;
  /** "2030-01-07": today, or so many days from it. */
  readonly day: (fromToday?: number) => string;
  /** "7 January 2030", as cards say it. */
  readonly date: (fromToday?: number) => string;
  /** The same, so many working days from now. */
  readonly workingDate: (workingDays: number) => string;
  /** The next Easter Monday, as "2030-04-22", and days around it. */
  readonly easterMonday: (days?: number) => string;
};

/** @param calendar of the council: its bank holidays are no working days */
export function clockOf({ now, setClock }: Product, calendar: Calendar): TestClock {
  const local = () => Temporal.Instant.fromEpochMilliseconds(now().getTime()).toZonedDateTimeISO(ZONE);
  const go = async (to: Temporal.ZonedDateTime) => {
    if (to.epochMilliseconds < now().getTime())
      throw new Error(`${to.toString()} is past: the clock goes forward only`);
    await setClock(new Date(to.epochMilliseconds));
  };
  const day = (fromToday = 0) => local().toPlainDate().add({ days: fromToday }).toString();
  return {
    goesTo: async (moment) => await go(momentOf(moment, local())),
    beginsOn: async (moment) => await go(quiet(momentOf(moment, local()), calendar)),
    passes: async ({ workingDays = 0, ...time }) =>
      await go(afterWorkingDays(local().add({ minutes: 0, ...time }), workingDays, calendar)),
    day,
    date: (fromToday) => ukDate(day(fromToday)),
    workingDate: (days) => ukDate(afterWorkingDays(local(), days, calendar).toPlainDate().toString()),
    easterMonday: (days = 0) => easterMonday(local().toPlainDate()).add({ days }).toString(),
  };
}

function momentOf(words: string, now: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  const [on = "", at = ""] = words.split(" ");
  const time = Temporal.PlainTime.from(at.padStart(5, "0"));
  const weekday = WEEKDAYS.findIndex((name) => name === on);
  if (weekday < 0) return Temporal.PlainDate.from(on).toZonedDateTime({ timeZone: ZONE, plainTime: time });
  const ahead = (weekday + 1 - now.dayOfWeek + 7) % 7;
  const found = now.toPlainDate().add({ days: ahead }).toZonedDateTime({ timeZone: ZONE, plainTime: time });
  return found.epochMilliseconds > now.epochMilliseconds ? found : found.add({ weeks: 1 });
}

function quiet(from: Temporal.ZonedDateTime, calendar: Calendar): Temporal.ZonedDateTime {
  const off = [...holidays(calendar, [from.year, from.year + 1], [])];
  const [first, last] = [from.toPlainDate().toString(), from.add({ days: 14 }).toPlainDate().toString()];
  return off.some((date) => first <= date && date <= last) ? quiet(from.add({ weeks: 1 }), calendar) : from;
}

function afterWorkingDays(start: Temporal.ZonedDateTime, days: number, calendar: Calendar): Temporal.ZonedDateTime {
  const off = holidays(calendar, [start.year, start.year + 1], []);
  let at = start;
  for (let left = days; left > 0; ) {
    at = at.add({ days: 1 });
    if (at.dayOfWeek <= 5 && !off.has(at.toPlainDate().toString())) left -= 1;
  }
  return at;
}

function easterMonday(from: Temporal.PlainDate): Temporal.PlainDate {
  const years = [from.year, from.year + 1];
  const mondays = [...holidays("england-and-wales", years, [])]
    .map((date) => Temporal.PlainDate.from(date))
    // The only bank holiday on a Monday in March or April; early May's is later.
    .filter(({ month, dayOfWeek }) => (month === 3 || month === 4) && dayOfWeek === 1);
  const found = mondays.find((date) => Temporal.PlainDate.compare(date, from) > 0);
  if (!found) throw new Error("no Easter Monday within two years");
  return found;
}
