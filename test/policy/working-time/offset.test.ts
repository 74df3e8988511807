import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { wallClock } from "../../../src/policy/working-time/offset.ts";

const ZONES = ["Europe/London", "Europe/Dublin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"];

/** In any order, so that what was kept of the question before is wrong as often as right. */
const questions = fc.array(
  fc.record({
    at: fc.date({ min: new Date("1990-01-01T00:00:00Z"), max: new Date("2040-12-31T23:59:59Z"), noInvalidDate: true }),
    zone: fc.constantFrom(...ZONES),
  }),
  { minLength: 1, maxLength: 20 },
);

it("shows what the clocks there show, whatever was asked before", () => {
  fc.assert(
    fc.property(questions, (asked) => {
      for (const { at, zone } of asked) {
        const there = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDateTime();
        expect(wallClock(at, zone)).toBe(there.toString({ smallestUnit: "millisecond" }));
      }
    }),
  );
});

it.each([
  ["the last moment of winter time", "2026-03-29T00:59:59.999Z", "2026-03-29T00:59:59.999"],
  ["the first of summer time", "2026-03-29T01:00:00.000Z", "2026-03-29T02:00:00.000"],
  ["the last of summer time", "2026-10-25T00:59:59.999Z", "2026-10-25T01:59:59.999"],
  ["the same hour again", "2026-10-25T01:00:00.000Z", "2026-10-25T01:00:00.000"],
])("%s", (_name, at, shown) => {
  expect(wallClock(new Date(at), "Europe/London")).toBe(shown);
});
