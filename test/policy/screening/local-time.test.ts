import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { endOfLocalDay, localMoment } from "../../../src/policy/screening/local-time.ts";
import { WEEKDAYS } from "../../../src/policy/vocabulary.ts";

const LONDON = "Europe/London";
const moment = (time: string, zone = LONDON) => localMoment(Date.parse(time), zone);

it.each([
  ["in summer", "2026-09-20T23:00:00Z", "monday", "2026-09-20T23:00:00Z"],
  ["a second before", "2026-09-20T22:59:59Z", "sunday", "2026-09-13T23:00:00Z"],
  ["over the end of summer time", "2026-10-25T12:00:00Z", "sunday", "2026-10-18T23:00:00Z"],
  ["over New Year", "2027-01-03T23:59:59Z", "sunday", "2026-12-28T00:00:00Z"],
])("the local ISO week: %s", (_, time, weekday, week) => {
  expect(moment(time)).toMatchObject({ weekday, weekStartsAt: Date.parse(week) });
});

it("is told by the clock on the wall, also in the hour that comes twice", () => {
  expect(moment("2026-10-25T00:30:00Z").secondOfDay).toBe(moment("2026-10-25T01:30:00Z").secondOfDay);
  expect(moment("2026-09-20T20:00:00Z", "Asia/Kolkata").secondOfDay).toBe(5400);
});

/** Whole hours, half hours, changes at midnight and at one minute past, seconds before clocks were set by the hour. */
const ZONES = [LONDON, "America/St_Johns", "Africa/Cairo", "Asia/Kolkata", "Africa/Monrovia", "Pacific/Apia", "UTC"];

it("is the same as Temporal's, whatever was asked before", () => {
  const anywhere = fc.integer({ min: Date.UTC(1900), max: Date.UTC(2200) - 1 });
  const asked = fc.constantFrom(...ZONES).chain((zone) => {
    const nearChange = fc
      .tuple(fc.constantFrom(0, ...clockChanges(zone)), fc.constantFrom(-3_600_000, -1, 0, 1, 3_600_000))
      .map(([change, after]) => change + after);
    return fc.tuple(fc.constant(zone), fc.array(fc.oneof(anywhere, nearChange), { minLength: 2, maxLength: 20 }));
  });
  fc.assert(
    fc.property(asked, ([zone, times]) => {
      for (const at of [...times, ...times.toSorted((one, other) => one - other)])
        expect(localMoment(at, zone), `${zone} ${at}`).toEqual(temporalMoment(at, zone));
    }),
    { numRuns: 300 },
  );
});

function clockChanges(zone: string): readonly number[] {
  const changes: number[] = [];
  let at = Temporal.Instant.from("1925-01-01T00:00Z").toZonedDateTimeISO(zone).getTimeZoneTransition("next");
  for (; at && at.epochMilliseconds < Date.UTC(2040); at = at.getTimeZoneTransition("next"))
    changes.push(at.epochMilliseconds);
  return changes;
}

function temporalMoment(at: number, zone: string) {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const monday = local.toPlainDate().subtract({ days: local.dayOfWeek - 1 });
  return {
    weekday: WEEKDAYS[local.dayOfWeek - 1],
    secondOfDay: local.hour * 3600 + local.minute * 60 + local.second,
    weekStartsAt: monday.toZonedDateTime(zone).epochMilliseconds,
  };
}

it("a last valid day ends at the next local midnight", () => {
  expect(endOfLocalDay("2026-09-30", LONDON)).toBe(Date.parse("2026-09-30T23:00:00Z"));
  expect(endOfLocalDay("2026-12-31", LONDON)).toBe(Date.parse("2027-01-01T00:00:00Z"));
});
