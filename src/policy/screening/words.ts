const NOT_A_WORD = /[^\p{L}\p{M}\p{N}]+/gu;
const NOT_A_PLAIN_WORD = /[^a-z0-9]+/g;
/** Most texts have no other characters, and what Unicode asks for takes many times longer. */
const PLAIN = /^[\x00-\x7f]*$/;

/**
 * A text as words with one space before, between and after them, case folded: whole phrases are then substrings.
 * The capital ẞ is ss like the small one, and a sigma is one letter wherever it stands.
 */
export function foldWords(text: string): string {
  if (PLAIN.test(text)) return ` ${text.toLowerCase().replace(NOT_A_PLAIN_WORD, " ").trim()} `;
  const folded = text.normalize("NFC").toUpperCase().toLowerCase().replaceAll("ß", "ss").replaceAll("ς", "σ");
  return ` ${folded.replace(NOT_A_WORD, " ").trim()} `;
}

/** Phrases ready to be looked for. One without a letter or digit would be found everywhere, so it is left out. */
export function foldPhrases(phrases: readonly string[]): readonly string[] {
  return phrases.map(foldWords).filter((phrase) => phrase.trim() !== "");
}

/** Whether a folded text has one of the folded phrases, whole words only (SCREENING section 4, `topic_closed`). */
export function mentions(text: string | undefined, phrases: readonly string[]): boolean {
  return text !== undefined && phrases.some((phrase) => text.includes(phrase));
}

/** Names of services, premises and platforms are compared without case and outer spaces. */
export function foldLabel(label: string): string {
  return label.normalize("NFC").toLowerCase().replace(/\s+/gu, " ").trim();
}

/** Folds what was given; a blank text counts as not given. */
export function foldGiven(text: string | undefined, fold: (text: string) => string): string | undefined {
  return text === undefined || text.trim() === "" ? undefined : fold(text);
}
