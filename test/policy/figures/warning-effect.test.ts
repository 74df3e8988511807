/** How often a warning was enough: CASEWORK section 7, with the pack's six months and two working days for the post. */
import { describe, expect, it } from "vitest";
import { type WarningGiven, warningEffect, warningEffectWords } from "../../../src/policy/figures/warning-effect.ts";
import type { Pack } from "../../../src/policy/packs/pack.ts";
import { CALENDAR } from "../ladder/some-cases.ts";
import { PERSISTENT, UNACCEPTABLE } from "../packs/known-packs.ts";

/** A Monday; a letter of that day is deemed received on Wednesday 7 January, and its six months end on 7 July. */
const warned = (...incidents: readonly string[]): WarningGiven => ({ on: "2026-01-05", how: "letter", incidents });
const effect = (today: string, warnings: readonly WarningGiven[], pack: Pack = PERSISTENT) => {
  const { judged, enough } = warningEffect(warnings, pack, { today, calendar: CALENDAR });
  return { judged, enough };
};
const LATER = "2026-07-08";

describe("a warning", () => {
  it.each<[string, readonly string[], number]>([
    ["is enough when nothing more is reported", [], 1],
    ["is enough when the next thing happens after the period", ["2026-07-08"], 1],
    ["is not on the last day of it", ["2026-07-07"], 0],
    ["is enough when it happened before the customer had the letter", ["2026-01-06", "2026-01-07"], 1],
    ["is not when it happened the day after they had it", ["2026-01-07", "2026-01-08"], 0],
  ])("%s", (_, incidents, enough) => {
    for (const pack of [PERSISTENT, UNACCEPTABLE])
      expect(effect(LATER, [warned(...incidents)], pack)).toEqual({ judged: 1, enough });
  });

  it("is not judged before its period is over, whatever has happened", () => {
    const both = [warned(), warned("2026-02-02")];
    expect(effect("2026-07-07", both)).toEqual({ judged: 0, enough: 0 });
    expect(effect(LATER, both)).toEqual({ judged: 2, enough: 1 });
  });

  it("is judged by the months of the pack, and an email counts from its day", () => {
    const short = { ...PERSISTENT, warningEnoughMonths: { value: 1, assumed: true as const } };
    const byEmail = { ...warned("2026-01-06"), how: "email" } as const;
    expect(effect("2026-02-06", [byEmail], short)).toEqual({ judged: 1, enough: 0 });
    expect(effect("2026-02-05", [byEmail], short)).toEqual({ judged: 0, enough: 0 });
  });
});

it.each([
  [0, 0, "Warnings: none is old enough to judge yet."],
  [3, 1, "Warnings: of 3 old enough to judge, 1 was enough."],
  [14, 7, "Warnings: of 14 old enough to judge, 7 were enough."],
])("%i judged, %i enough reads", (judged, enough, words) => {
  const [figure, definition] = warningEffectWords({ judged, enough, months: 6 });
  expect(figure).toBe(words);
  expect(definition).toContain("no further incident was reported within 6 months of its receipt");
});
