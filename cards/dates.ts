/** Dates and times as people read them: "3 March 2026", "5:30pm" (WORDS), in the organisation's time zone. */
import { ukTime } from "../src/policy/arrangement/uk-words.ts";

/** A day without a time, "2026-03-03"; in words it is `ukDate` of the policy. */
export type Day = string;
/** When something happened, and where the clock hangs that people read it from. */
export type Moment = { readonly at: Date; readonly timeZone: string };

/** "3 March 2026" in the time zone. */
export function dayOf({ at, timeZone }: Moment): string {
  return formatsOf(timeZone).day.format(at);
}

/** "5:30pm", "9am", "midday", "midnight" in the time zone. */
export function timeOf({ at, timeZone }: Moment): string {
  return ukTime(formatsOf(timeZone).time.format(at));
}

/** "3 March 2026, 5:30pm" in the time zone. */
export function momentInWords(moment: Moment): string {
  return `${dayOf(moment)}, ${timeOf(moment)}`;
}

/** The time alone on the day of `since`, which the same card names; on any other day the day as well. */
export function timeSince(moment: Moment, since: Moment): string {
  return dayOf(moment) === dayOf(since) ? timeOf(moment) : momentInWords(moment);
}

type Formats = { readonly day: Intl.DateTimeFormat; readonly time: Intl.DateTimeFormat };

/** Making one takes longer than all else on a card; there are as many as organisations have time zones. */
const known = new Map<string, Formats>();

function formatsOf(timeZone: string): Formats {
  const formats = known.get(timeZone) ?? {
    day: new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone }),
    time: new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone }),
  };
  known.set(timeZone, formats);
  return formats;
}
