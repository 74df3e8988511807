import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addWorkingDaysOfTime, addWorkingTime } from "../../../src/policy/working-time/add-working-time.ts";
import { appealBy, deemedReceipt } from "../../../src/policy/working-time/appeal-by.ts";
import {
  addMonths,
  addWorkingDays,
  localDate,
  monthsStarted,
  startOfDay,
} from "../../../src/policy/working-time/dates.ts";
import { isWorkingDay, type WorkingClock, workingClock } from "../../../src/policy/working-time/working-clock.ts";
import { PERSISTENT, UNACCEPTABLE } from "../packs/known-packs.ts";

const OFFICE: WorkingClock = workingClock(PERSISTENT, {
  timeZone: "Europe/London",
  holidays: new Set(["2026-04-03", "2026-04-06", "2026-12-25", "2026-12-28"]),
});
const DAY_AND_NIGHT = { ...OFFICE, dayAndNight: true };

describe("working minutes", () => {
  it.each([
    ["in the middle of a day", "2026-03-03T10:00Z", 30, "2026-03-03T10:30Z"],
    ["until closing time, that day", "2026-03-03T16:30Z", 30, "2026-03-03T17:00Z"],
    ["over the evening", "2026-03-03T16:45Z", 30, "2026-03-04T09:15Z"],
    ["over the weekend", "2026-03-06T16:45Z", 30, "2026-03-09T09:15Z"],
    ["from before opening", "2026-03-03T06:00Z", 30, "2026-03-03T09:30Z"],
    ["from a Saturday", "2026-03-07T12:00Z", 30, "2026-03-09T09:30Z"],
    ["over Easter and the change to summer time", "2026-04-02T15:45Z", 30, "2026-04-07T08:15Z"],
    ["over the night of the clock change", "2026-03-27T16:45Z", 30, "2026-03-30T08:15Z"],
    ["over the night the clocks go back", "2026-10-23T15:45Z", 30, "2026-10-26T09:15Z"],
    ["nothing, at night", "2026-03-03T23:00Z", 0, "2026-03-03T23:00Z"],
  ])("%s", (_, start, minutes, expected) => {
    expect(addWorkingTime(new Date(start), minutes, OFFICE)).toEqual(new Date(expected));
  });

  it("day and night every minute counts", () => {
    expect(addWorkingTime(new Date("2026-04-02T23:50Z"), 30, DAY_AND_NIGHT)).toEqual(new Date("2026-04-03T00:20Z"));
  });

  it("one working day is the same time on the next one", () => {
    expect(addWorkingDaysOfTime(new Date("2026-03-06T14:10Z"), 1, OFFICE)).toEqual(new Date("2026-03-09T14:10Z"));
  });

  it("refuses a calendar on which nobody ever works", () => {
    expect(() => addWorkingTime(new Date("2026-03-03T10:00Z"), 1, { ...OFFICE, days: [] })).toThrow(/no working day/);
  });

  const instants = fc.date({ min: new Date("2026-01-01"), max: new Date("2027-12-31"), noInvalidDate: true });
  const minutes = fc.integer({ min: 0, max: 5_000 });
  const clocks = fc.constantFrom(OFFICE, DAY_AND_NIGHT);

  it("two waits are one long wait", () => {
    fc.assert(
      fc.property(instants, minutes, minutes, clocks, (start, first, second, clock) => {
        const inTwo = addWorkingTime(addWorkingTime(start, first, clock), second, clock);
        expect(inTwo).toEqual(addWorkingTime(start, first + second, clock));
      }),
    );
  });

  it("a longer wait never ends earlier, and a later start never ends earlier", () => {
    fc.assert(
      fc.property(instants, minutes, fc.integer({ min: 0, max: 100_000_000 }), clocks, (start, wait, later, clock) => {
        const end = addWorkingTime(start, wait, clock).getTime();
        expect(addWorkingTime(start, wait + 1, clock).getTime()).toBeGreaterThan(end);
        expect(addWorkingTime(new Date(start.getTime() + later), wait, clock).getTime()).toBeGreaterThanOrEqual(end);
      }),
    );
  });

  it("a deadline falls on a working day, between opening and closing", () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 5_000 }), (start, wait) => {
        const end = addWorkingTime(start, wait, OFFICE);
        const local = end.toLocaleTimeString("en-GB", { timeZone: "Europe/London" });
        expect(isWorkingDay(localDate(end, "Europe/London"), OFFICE)).toBe(true);
        expect(local >= "09:00:00" && local <= "17:00:00").toBe(true);
      }),
    );
  });
});

describe("working days", () => {
  it.each([
    ["2026-03-03", 1, "2026-03-04"],
    ["2026-03-06", 1, "2026-03-09"],
    ["2026-04-02", 1, "2026-04-07"],
    ["2026-12-24", 2, "2026-12-30"],
    ["2026-03-07", 1, "2026-03-09"],
    ["2026-03-03", 20, "2026-03-31"],
  ])("%s and %i working days is %s", (date, days, expected) => {
    expect(addWorkingDays(date, days, OFFICE)).toBe(expected);
  });

  it("lands on a working day and counts each one once", () => {
    const days = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(days, days, (one, other) => {
        const end = addWorkingDays("2026-03-20", one, OFFICE);
        expect(isWorkingDay(end, OFFICE)).toBe(true);
        expect(addWorkingDays(end, other, OFFICE)).toBe(addWorkingDays("2026-03-20", one + other, OFFICE));
      }),
    );
  });
});

describe("months", () => {
  it.each([
    ["2026-03-04", 6, "2026-09-04"],
    ["2026-08-31", 6, "2027-02-28"],
    ["2027-08-31", 6, "2028-02-29"],
    ["2026-09-04", -1, "2026-08-04"],
    ["2026-03-31", -1, "2026-02-28"],
  ])("%s and %i months is %s", (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });

  it.each([
    ["2026-03-04", "2026-09-04", 6],
    ["2026-03-04", "2026-09-05", 7],
    ["2026-03-04", "2026-03-05", 1],
    ["2026-08-31", "2027-02-28", 6],
  ])("%s to %s starts %i months", (from, to, expected) => {
    expect(monthsStarted(from, to)).toBe(expected);
  });
});

describe("dates and instants", () => {
  it("a day starts at local midnight, in summer too", () => {
    expect(startOfDay("2026-03-04", "Europe/London")).toEqual(new Date("2026-03-04T00:00Z"));
    expect(startOfDay("2026-09-04", "Europe/London")).toEqual(new Date("2026-09-03T23:00Z"));
    expect(localDate(new Date("2026-09-03T23:00Z"), "Europe/London")).toBe("2026-09-04");
  });

  it("an appeal clock starts at receipt: 2 working days for the post, then the pack's 20 or 10", () => {
    expect(deemedReceipt("2026-04-01", PERSISTENT, OFFICE)).toBe("2026-04-07");
    expect(appealBy("2026-04-01", PERSISTENT, OFFICE)).toBe("2026-05-05");
    expect(appealBy("2026-04-01", UNACCEPTABLE, OFFICE)).toBe("2026-04-21");
  });

  it("or at the letter's date where the pack says so", () => {
    const pack = {
      ...PERSISTENT,
      appeal: { ...PERSISTENT.appeal, clockStarts: { value: "letter_date" as const, assumed: true as const } },
    };
    expect(appealBy("2026-04-01", pack, OFFICE)).toBe("2026-05-01");
  });
});
