import { expect, it } from "vitest";
import { opensReview, type SocialWorkAnswer } from "../../../src/policy/needs/late-answer.ts";
import { UNACCEPTABLE } from "../packs/known-packs.ts";

it.each<[string, SocialWorkAnswer, boolean]>([
  ["that Social Work knows the customer opens a review", { known: true, note: null }, true],
  ["that names a need opens a review", { known: false, note: "They cannot read." }, true],
  ["that says nothing new is filed", { known: false, note: " " }, false],
])("an answer after the decision %s (CASEWORK section 3)", (_, answer, opens) => {
  expect(opensReview(answer, UNACCEPTABLE)).toBe(opens);
  const lateAnswerOpensReview = { value: false, assumed: true as const };
  const without = { ...UNACCEPTABLE, shortRoad: { ...UNACCEPTABLE.shortRoad, lateAnswerOpensReview } };
  expect(opensReview(answer, without)).toBe(false);
});
