/** Apostrophes in all the shapes that keyboards and phones give them. Some decompose under NFKC, so they go first. */
const APOSTROPHES = /['’‘‛ʼʻʽʹ`´′＇]/gu;
const NOT_A_WORD = /[^\p{L}\p{M}\p{N}]+/gu;

/**
 * The same text whatever its case and width: ß is ss, full-width letters are letters, both sigmas are one.
 * Upper before lower, because only that folds ß and ı.
 */
export function foldCase(text: string): string {
  const folded = text.normalize("NFKC").toUpperCase().toLowerCase().normalize("NFKC");
  return folded.replaceAll("ς", "σ");
}

/** Words with one space between them: an apostrophe is nothing, any other punctuation is a space. */
export function foldPunctuation(text: string): string {
  return text.replace(APOSTROPHES, "").replace(NOT_A_WORD, " ").trim();
}

/** Drops apostrophes before case folding, which would turn some of them into a space. */
export function dropApostrophes(text: string): string {
  return text.replace(APOSTROPHES, "");
}
