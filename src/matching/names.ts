import { dropApostrophes, foldCase, foldPunctuation, isPlain } from "./fold.ts";

const TITLES = new Set(["mr", "mrs", "miss", "ms", "mx", "dr", "prof", "rev", "sir", "dame", "lord", "lady", "cllr"]);

/** Letters that Unicode does not decompose into a letter and a mark. */
const STROKED: Readonly<Record<string, string>> = {
  ł: "l",
  ø: "o",
  đ: "d",
  ð: "d",
  ħ: "h",
  ŧ: "t",
  ƀ: "b",
  ɨ: "i",
  ɉ: "j",
  ɍ: "r",
  ɏ: "y",
  ƶ: "z",
  ı: "i",
  æ: "ae",
  œ: "oe",
  þ: "th",
};
const STROKED_LETTER = new RegExp(`[${Object.keys(STROKED).join("")}]`, "gu");
/**
 * Marks that the same name is written with and without: of Latin, Greek and Cyrillic letters, and the points and hamzas of
 * Hebrew and Arabic. What makes another letter stays: the vowel signs of Indian scripts, the voicing marks of Japanese.
 */
const ACCENTS = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670]/gu;

/**
 * The words of a name in the order written, without case, accents, strokes, titles and punctuation (SCREENING section 3).
 * Empty when nothing is left: such a name says nothing.
 */
export function foldName(text: string): readonly string[] {
  return foldPunctuation(withoutAccents(foldCase(dropApostrophes(text))))
    .split(" ")
    .filter((token) => /[\p{L}\p{N}]/u.test(token) && !TITLES.has(token));
}

function withoutAccents(text: string): string {
  if (isPlain(text)) return text;
  const plain = text.normalize("NFKD").replace(ACCENTS, "");
  return plain.replace(STROKED_LETTER, (letter) => STROKED[letter] ?? letter).normalize("NFKC");
}

/** One key for all orders of the same words: two names agree in full exactly when their keys are equal. */
export function nameKey(tokens: readonly string[]): string {
  return [...new Set(tokens)].sort().join(" ");
}
