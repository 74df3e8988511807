/**
 * Bank holidays by calendar, from the package `date-holidays`. Compared with the statutory rules for 2019 to 2045 (New
 * Year, 2 January, Easter, May, August, St Andrew, St Patrick, 12 July, Christmas, with their substitute days): it
 * differs only where the government moved or added one (2020, 2022, 2023), and there it is right. So no correction here.
 * A holiday proclaimed later (15 June 2026 in Scotland) is in no library, and an employer need not keep it: the
 * organisation adds it when it does.
 */
import Holidays from "date-holidays";
import type { Calendar } from "../policy/vocabulary.ts";

/** England and Wales share one calendar; the library knows it as England's. */
const REGION: Readonly<Record<Calendar, string>> = {
  "england-and-wales": "ENG",
  scotland: "SCT",
  "northern-ireland": "NIR",
};

/** The days of those years on which nobody works, as ISO dates: bank holidays and the organisation's own. */
export function holidays(calendar: Calendar, years: readonly number[], added: readonly string[]): ReadonlySet<string> {
  return new Set([...years.flatMap((year) => bankHolidays(calendar, year)), ...added]);
}

/** The library takes milliseconds for a year, and every alert asks: a year is worked out once. */
const known = new Map<string, readonly string[]>();

function bankHolidays(calendar: Calendar, year: number): readonly string[] {
  const key = `${calendar} ${year}`;
  const before = known.get(key);
  if (before) return before;
  const listed = new Holidays("GB", REGION[calendar]).getHolidays(year);
  const days = listed.filter(({ type }) => type === "public" || type === "bank").map(({ date }) => date.slice(0, 10));
  known.set(key, days);
  return days;
}
