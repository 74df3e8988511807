import { describe, expect, it } from "vitest";
import { holidays } from "../../src/calendar/holidays.ts";
import { CALENDARS, type Calendar } from "../../src/policy/vocabulary.ts";

describe("bank holidays", () => {
  it.each<[string, string, Calendar[]]>([
    ["Easter Monday", "2026-04-06", ["england-and-wales", "northern-ireland"]],
    ["2 January", "2026-01-02", ["scotland"]],
    ["Good Friday", "2026-04-03", [...CALENDARS]],
    ["early summer holiday, first Monday of August", "2026-08-03", ["scotland"]],
    ["late summer holiday, last Monday of August", "2026-08-31", ["england-and-wales", "northern-ireland"]],
    ["St Andrew's Day", "2026-11-30", ["scotland"]],
    ["St Andrew's Day on a Sunday, the Monday", "2025-12-01", ["scotland"]],
    ["St Patrick's Day", "2026-03-17", ["northern-ireland"]],
    ["12 July on a Sunday, the Monday", "2026-07-13", ["northern-ireland"]],
    ["Boxing Day on a Saturday, the Monday", "2026-12-28", [...CALENDARS]],
    ["Christmas on a Saturday, the Monday", "2027-12-27", [...CALENDARS]],
    ["Boxing Day on a Sunday, the Tuesday", "2027-12-28", [...CALENDARS]],
    ["Christmas on a Sunday, the Tuesday", "2022-12-27", [...CALENDARS]],
    ["New Year on a Saturday, the Monday", "2028-01-03", [...CALENDARS]],
    ["2 January on a Sunday, the Tuesday", "2028-01-04", ["scotland"]],
    ["a plain Tuesday", "2026-03-03", []],
  ])("%s, %s", (_, date, where) => {
    const years = [2022, 2025, 2026, 2027, 2028];
    expect(CALENDARS.filter((calendar) => holidays(calendar, years, []).has(date))).toEqual(where);
  });

  it("a proclaimed holiday is the organisation's own to add", () => {
    expect(holidays("scotland", [2026], []).has("2026-06-15")).toBe(false);
    expect(holidays("scotland", [2026], ["2026-06-15"]).has("2026-06-15")).toBe(true);
  });

  it.each([
    ["england-and-wales", 8],
    ["scotland", 9],
    ["northern-ireland", 10],
  ] as const)("%s has %i bank holidays on weekdays in every year", (calendar, count) => {
    for (const year of [2024, 2025, 2026, 2027, 2028, 2029, 2030, 2033, 2034]) {
      const weekdays = [...holidays(calendar, [year], [])].filter(
        (date) => ![0, 6].includes(new Date(date).getUTCDay()),
      );
      expect(weekdays, String(year)).toHaveLength(count);
    }
  });
});
