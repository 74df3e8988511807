/** Days and times as people enter them, where the organisation is. */
import { Temporal } from "temporal-polyfill";
import { wallClock } from "../../policy/working-time/offset.ts";
import type { Actor } from "../../usecases/context.ts";

/** The instant of a local day and time; a day without a time is its midday. "fault" when there is no such moment. */
export function instant(actor: Actor, on: string | null, at: string | null): Date | "fault" {
  if (on === null) return "fault";
  try {
    const moment = Temporal.PlainDate.from(on).toZonedDateTime({ timeZone: actor.timeZone, plainTime: at ?? "12:00" });
    return new Date(moment.epochMilliseconds);
  } catch {
    return "fault";
  }
}

/** What a clock on the wall shows now: "2026-03-03" and "09:30". */
export function localNow({ timeZone }: Actor, now: Date): { readonly day: string; readonly time: string } {
  const [day = "", time = ""] = wallClock(now, timeZone).split("T");
  return { day, time: time.slice(0, "09:30".length) };
}
