import { expect, it } from "vitest";
import { newReasons, type StuckReasons } from "../../../src/policy/approval/stuck-reasons.ts";

it.each<[string, StuckReasons, readonly StuckReasons[], StuckReasons | undefined]>([
  ["the first", { gates: ["linked"], lacking: 1 }, [], { gates: ["linked"], lacking: 1 }],
  ["the same again: nothing", { gates: ["linked"], lacking: 0 }, [{ gates: ["linked"], lacking: 0 }], undefined],
  [
    "another gate: that one alone",
    { gates: ["linked", "dated"], lacking: 0 },
    [{ gates: ["linked"], lacking: 0 }],
    { gates: ["dated"], lacking: 0 },
  ],
  [
    "too few as well: that alone",
    { gates: ["linked"], lacking: 2 },
    [{ gates: ["linked"], lacking: 0 }],
    { gates: [], lacking: 2 },
  ],
  ["fewer still: nothing", { gates: [], lacking: 2 }, [{ gates: [], lacking: 1 }], undefined],
  [
    "what was recorded in two parts: nothing",
    { gates: ["dated", "linked"], lacking: 1 },
    [
      { gates: ["linked"], lacking: 0 },
      { gates: ["dated"], lacking: 1 },
    ],
    undefined,
  ],
  ["one of them is gone: nothing", { gates: [], lacking: 1 }, [{ gates: ["linked"], lacking: 1 }], undefined],
])("a reason why a proposal is stuck is new: %s", (_, now, recorded, fresh) => {
  expect(newReasons(now, recorded)).toEqual(fresh);
});
