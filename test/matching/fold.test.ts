/** Plain texts take a short road; a letter that is not plain at the end sends the same text along the long one. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldCase, foldPunctuation } from "../../src/matching/fold.ts";
import { foldWords } from "../../src/policy/screening/words.ts";

const plain = fc.string({ unit: "binary-ascii", maxLength: 40 });

function law(say: (text: string) => void): void {
  fc.assert(
    fc.property(plain, (text) => {
      say(text);
    }),
    {
      numRuns: 1_000,
      examples: ["'", "`", "_", "-", ".", "\t", "\n", "\u0000", "\u007f"].map((one) => [`A${one}b${one}`]),
    },
  );
}

describe("a plain text is folded", () => {
  it("in case as any other", () => law((text) => expect(`${foldCase(text)}é`).toBe(foldCase(`${text}é`))));

  it("in punctuation as any other", () =>
    law((text) => expect(`${foldPunctuation(text)} é`.trim()).toBe(foldPunctuation(`${text} é`))));

  it("into words as any other", () =>
    law((text) => expect(`${foldWords(text).trimEnd()} é `).toBe(foldWords(`${text} é`))));
});
