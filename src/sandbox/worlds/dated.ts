/**
 * The days of a fictional council. Its file counts them from the day on which it is loaded, so that arrangements are
 * in force whenever somebody starts the sandbox:
 *
 *   "today+4mo"         a date, four months from today; "d" counts days
 *   "today-30d 10:15"   an instant: 30 days ago at 10:15am where the council is
 *
 * Loaded on two days, a file says two different things, and an import refuses to edit a decision (SCREENING section 7):
 * load it only when the council is not there yet.
 */
import { Temporal } from "temporal-polyfill";

const DAY = /^today(?:([+-])(\d+)(d|mo))?(?: (\d\d:\d\d))?$/;

/** The world file as it is on the day of `now` where the council is; everything that is no such day stays as it is. */
export function datedWorld<T extends { readonly organisation: { readonly timeZone: string } }>(file: T, now: Date): T {
  const { timeZone } = file.organisation;
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
  const text = JSON.stringify(file, (_key, value: unknown) =>
    typeof value === "string" ? written(value, today, timeZone) : value,
  );
  return JSON.parse(text) as T;
}

function written(value: string, today: Temporal.PlainDate, timeZone: string): string {
  const [found, sign, count, unit, plainTime] = DAY.exec(value) ?? [];
  if (found === undefined) return value;
  const steps = Number(`${sign ?? "+"}${count ?? 0}`);
  const day = today.add(unit === "mo" ? { months: steps } : { days: steps });
  if (plainTime === undefined) return day.toString();
  return day.toZonedDateTime({ timeZone, plainTime }).toString({ timeZoneName: "never" });
}
