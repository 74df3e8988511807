/** Apostrophes in all the shapes that keyboards and phones give them. Some decompose under NFKC, so they go first. */
const APOSTROPHES = /['’‘‛ʼʻʽʹ`´′＇]/gu;
const PLAIN_APOSTROPHES = /['`]/g;
const NOT_A_WORD = /[^\p{L}\p{M}\p{N}]+/gu;
const NOT_A_PLAIN_WORD = /[^A-Za-z0-9]+/g;
/** Most of what comes in has no other characters, and what Unicode asks for takes many times longer. */
const PLAIN = /^[\x00-\x7f]*$/;

export const isPlain = (text: string): boolean => PLAIN.test(text);

/**
 * The same text whatever its case and width: ß is ss, full-width letters are letters, both sigmas are one.
 * Upper before lower, because only that folds ß and ı; the capital ẞ becomes ß on the way.
 */
export function foldCase(text: string): string {
  if (isPlain(text)) return text.toLowerCase();
  const folded = text.normalize("NFKC").toUpperCase().toLowerCase().normalize("NFKC");
  return folded.replaceAll("ς", "σ").replaceAll("ß", "ss");
}

/** Words with one space between them: an apostrophe is nothing, any other punctuation is a space. */
export function foldPunctuation(text: string): string {
  const words = dropApostrophes(text);
  return words.replace(isPlain(words) ? NOT_A_PLAIN_WORD : NOT_A_WORD, " ").trim();
}

/** Drops apostrophes before case folding, which would turn some of them into a space. */
export function dropApostrophes(text: string): string {
  return text.replace(isPlain(text) ? PLAIN_APOSTROPHES : APOSTROPHES, "");
}
