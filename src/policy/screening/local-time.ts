import { Temporal } from "temporal-polyfill";
import { WEEKDAYS, type Weekday } from "../vocabulary.ts";

/** An instant as the organisation's clock shows it. `weekStartsAt`: its ISO week's Monday, epoch milliseconds. */
export type LocalMoment = {
  readonly weekday: Weekday;
  readonly secondOfDay: number;
  readonly weekStartsAt: number;
};

/** The local moment of an instant (epoch milliseconds) in an IANA time zone. */
export function localMoment(at: number, timeZone: string): LocalMoment {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  const monday = local.toPlainDate().subtract({ days: local.dayOfWeek - 1 });
  return {
    weekday: WEEKDAYS[local.dayOfWeek - 1] ?? "monday",
    secondOfDay: local.hour * 3600 + local.minute * 60 + local.second,
    weekStartsAt: monday.toZonedDateTime(timeZone).epochMilliseconds,
  };
}

/** The instant (epoch milliseconds) after a local day, `2026-09-30`: a last valid day is included (SCREENING section 3). */
export function endOfLocalDay(date: string, timeZone: string): number {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds;
}

/** Computes once, when first asked: most contacts never need their local time. */
export function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
}
