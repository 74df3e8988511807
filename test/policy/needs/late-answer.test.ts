import { expect, it } from "vitest";
import {
  type AdjustmentsAnswer,
  adjustmentsMatter,
  opensReview,
  type SocialWorkAnswer,
} from "../../../src/policy/needs/late-answer.ts";
import { UNACCEPTABLE } from "../packs/known-packs.ts";

const lateAnswerOpensReview = { value: false, assumed: true as const };
const WITHOUT = { ...UNACCEPTABLE, shortRoad: { ...UNACCEPTABLE.shortRoad, lateAnswerOpensReview } };

it.each<[string, SocialWorkAnswer, boolean]>([
  ["that Social Work knows the customer opens a review", { known: true, note: null }, true],
  ["that names a need opens a review", { known: false, note: "They cannot read." }, true],
  ["that says nothing new is filed", { known: false, note: " " }, false],
])("an answer after the decision %s (CASEWORK section 3)", (_, answer, opens) => {
  expect(opensReview(answer, UNACCEPTABLE)).toBe(opens);
  expect(opensReview(answer, WITHOUT)).toBe(false);
});

it.each<[string, AdjustmentsAnswer, boolean]>([
  ["that names a need which nobody knew of opens a review", { newNeeds: ["sight"], lacking: false }, true],
  ["that the restrictions lack something opens a review", { newNeeds: [], lacking: true }, true],
  ["that none is needed is filed", { newNeeds: [], lacking: false }, false],
])("an answer about adjustments after the decision %s (CASEWORK section 3)", (_, answer, opens) => {
  expect(adjustmentsMatter(answer, UNACCEPTABLE)).toBe(opens);
  expect(adjustmentsMatter(answer, WITHOUT)).toBe(false);
});
