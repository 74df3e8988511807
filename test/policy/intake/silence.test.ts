/** A source is silent after more than three times its median gap; ties, rushes and nights must not make it cry. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { silenceOf } from "../../../src/policy/intake/silence.ts";

const MINUTE = 60_000;
const START = Date.parse("2026-03-02T09:00:00Z");
/** Arrivals with these gaps, in minutes. */
function arrivedWith(...gaps: readonly number[]): readonly Date[] {
  const times = [START];
  for (const gap of gaps) times.push((times.at(-1) ?? START) + gap * MINUTE);
  return times.map((time) => new Date(time)).toReversed();
}
/** What is said so many minutes after the last of them. */
const later = (arrivals: readonly Date[], minutes: number) =>
  silenceOf(arrivals, new Date((arrivals[0]?.getTime() ?? START) + minutes * MINUTE)).code;

describe("a source", () => {
  const everyTen = arrivedWith(10, 10, 10, 10);

  it("is silent after more than three times its median gap, and not before", () => {
    expect([29, 30, 30.01, 600].map((minutes) => later(everyTen, minutes))).toEqual([
      "heard",
      "heard",
      "silent",
      "silent",
    ]);
  });

  it("has the middle gap of an odd number, and the mean of the two middle ones of an even number", () => {
    expect(silenceOf(arrivedWith(1, 100, 7), new Date(START))).toMatchObject({ gap: 7 * MINUTE });
    expect(silenceOf(arrivedWith(1, 100, 7, 9), new Date(START))).toMatchObject({ gap: 8 * MINUTE });
  });

  it("that sends many contacts at one instant has the gap between its requests, not none", () => {
    const mail = arrivedWith(60, 60, 60, 60).flatMap((at) => Array.from({ length: 50 }, () => at));
    expect([later(mail, 179), later(mail, 181)]).toEqual(["heard", "silent"]);
  });

  it("that never rests is silent after a minute, not after a few milliseconds", () => {
    const busy = arrivedWith(...Array.from({ length: 200 }, () => 0.0001));
    expect([later(busy, 0.9), later(busy, 1), later(busy, 1.01)]).toEqual(["heard", "heard", "silent"]);
  });

  it("is not judged by fewer than three gaps", () => {
    expect([arrivedWith(), arrivedWith(1), arrivedWith(1, 1)].map((arrivals) => later(arrivals, 10_000))).toEqual([
      "cannot-tell",
      "cannot-tell",
      "cannot-tell",
    ]);
    expect(later(arrivedWith(1, 1, 1), 10_000)).toBe("silent");
  });

  it("of which nothing is kept has never been heard", () => {
    expect(silenceOf([], new Date())).toEqual({ code: "never" });
  });

  it("keeps its median over nights and a weekend", () => {
    const day = [...Array.from({ length: 40 }, () => 12), 16 * 60];
    const week = [...day, ...day, ...day, ...day, ...day.slice(0, -1), 64 * 60, 12];
    expect(silenceOf(arrivedWith(...week), new Date(START))).toMatchObject({ gap: 12 * MINUTE });
  });

  it("ahead of the clock is heard: a clock may be set back", () => {
    expect(later(everyTen, -600)).toBe("heard");
  });

  it("once silent stays silent until it is heard again, in whatever order its arrivals come", () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 0, maxLength: 30 });
    const minutes = fc.nat(100_000);
    fc.assert(
      fc.property(gaps, minutes, minutes, (between, some, more) => {
        const arrivals = arrivedWith(...between);
        const at = new Date((arrivals[0]?.getTime() ?? START) + some * MINUTE);
        expect(silenceOf(arrivals.toReversed(), at)).toEqual(silenceOf(arrivals, at));
        const [now, then] = [silenceOf(arrivals, at), silenceOf(arrivals, new Date(at.getTime() + more * MINUTE))];
        expect(now.code !== "silent" || then.code === "silent").toBe(true);
      }),
    );
  });
});
