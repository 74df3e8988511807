import { expect, it } from "vitest";
import { ROLE_WORDS } from "../../../src/policy/arrangement/plain-words.ts";
import { withArticle } from "../../../src/policy/arrangement/uk-words.ts";
import { DECIDING_ROLES } from "../../../src/policy/vocabulary.ts";

it("each role that decides has its article", () => {
  expect(DECIDING_ROLES.map((role) => withArticle(ROLE_WORDS[role]))).toEqual([
    "a service manager",
    "a senior officer",
    "an executive",
  ]);
});
