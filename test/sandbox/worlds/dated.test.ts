import { describe, expect, it } from "vitest";
import { datedWorld } from "../../../src/sandbox/worlds/dated.ts";

/** What one text of a file says when it is loaded at `now`. */
function loaded(text: string, now: string): string {
  const organisation = { timeZone: "Europe/London" };
  return datedWorld({ organisation, text }, new Date(now)).text;
}

describe("the days of a fictional council's file", () => {
  it.each([
    ["today", "2026-11-21T12:00:00Z", "2026-11-21"],
    ["today+4mo", "2026-11-21T12:00:00Z", "2027-03-21"],
    ["today-1mo", "2027-03-31T12:00:00Z", "2027-02-28"],
    ["today-30d", "2026-11-21T12:00:00Z", "2026-10-22"],
    ["today 09:30", "2026-11-21T12:00:00Z", "2026-11-21T09:30:00+00:00"],
    ["today-30d 10:15", "2026-11-21T12:00:00Z", "2026-10-22T10:15:00+01:00"],
    ["today+5mo 00:00", "2026-11-21T12:00:00Z", "2027-04-21T00:00:00+01:00"],
  ])("%s at %s is %s", (text, now, expected) => {
    expect(loaded(text, now)).toBe(expected);
  });

  it("count from the day where the council is", () => {
    expect(loaded("today", "2027-07-01T23:30:00Z")).toBe("2027-07-02");
  });

  it.each(["Nine calls today", "today+4", "today at 09:30", "2026-11-21"])("leave %s as it is", (text) => {
    expect(loaded(text, "2026-11-21T12:00:00Z")).toBe(text);
  });
});
