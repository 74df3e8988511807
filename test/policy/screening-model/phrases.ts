/** Sections 4 and 5: keywords and protected words as whole words, whatever the case. */
import { sameCase } from "./names.ts";

/** The words that both policy packs list. */
export const PROTECTED_PHRASES: readonly string[] = [
  "safeguarding",
  "child at risk",
  "adult at risk",
  "emergency",
  "gas leak",
  "flood",
  "fire",
  "freedom of information",
  "subject access",
  "appeal",
  "election",
  "polling",
  "ombudsman",
];

/** Whether one of the phrases stands in the text, with no letter or digit directly before or after it. */
export function hasPhrase(text: string | undefined, phrases: readonly string[]): boolean {
  const words = ` ${spaced(text ?? "")} `;
  return phrases.map(spaced).some((phrase) => phrase !== "" && words.includes(` ${phrase} `));
}

function spaced(text: string): string {
  return sameCase(text)
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim();
}
