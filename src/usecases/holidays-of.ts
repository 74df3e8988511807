import type { Organisation } from "../../db/queries/organisation.ts";
import { holidays } from "../calendar/holidays.ts";
import { Calendar } from "../policy/vocabulary.ts";

/** The days off of an organisation around an instant: the year before, this year's and the next two, its own added ones included. */
export function holidaysOf(
  { calendar, holidays: own }: Pick<Organisation, "calendar" | "holidays">,
  at: Date,
): ReadonlySet<string> {
  const year = at.getUTCFullYear();
  return holidays(Calendar.parse(calendar), [year - 1, year, year + 1, year + 2], own);
}
