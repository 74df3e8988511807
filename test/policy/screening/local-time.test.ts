import { expect, it } from "vitest";
import { endOfLocalDay, localMoment } from "../../../src/policy/screening/local-time.ts";

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

it("a last valid day ends at the next local midnight", () => {
  expect(endOfLocalDay("2026-09-30", LONDON)).toBe(Date.parse("2026-09-30T23:00:00Z"));
  expect(endOfLocalDay("2026-12-31", LONDON)).toBe(Date.parse("2027-01-01T00:00:00Z"));
});
