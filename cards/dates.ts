/** Dates and times as people read them: "3 March 2026", "5:30pm" (WORDS), in the organisation's time zone. */
import { ukTime } from "../src/policy/arrangement/uk-words.ts";

/** A day without a time, "2026-03-03"; in words it is `ukDate` of the policy. */
export type Day = string;
/** When something happened, and where the clock hangs that people read it from. */
export type Moment = { readonly at: Date; readonly timeZone: string };

/** "3 March 2026" in the time zone. */
export function dayOf({ at, timeZone }: Moment): string {
  return longDay(at, timeZone);
}

/** "5:30pm", "9am", "midday", "midnight" in the time zone. */
export function timeOf({ at, timeZone }: Moment): string {
  const parts = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone });
  return ukTime(parts.format(at));
}

/** "3 March 2026, 5:30pm" in the time zone. */
export function momentInWords(moment: Moment): string {
  return `${dayOf(moment)}, ${timeOf(moment)}`;
}

function longDay(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone }).format(at);
}
