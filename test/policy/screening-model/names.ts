/** Section 3: how a name is folded, and when a name given agrees with one on the register. */

const TITLES = new Set("mr mrs miss ms mx dr prof rev sir dame lord lady cllr".split(" "));
const STROKED: Readonly<Record<string, string>> = { ł: "l", ø: "o", đ: "d", ħ: "h", ŧ: "t", ƀ: "b", ɨ: "i", ȼ: "c" };

/** The same letters whatever their case: ß is ss, and a sigma is a sigma at the end of a word too. */
export function sameCase(text: string): string {
  return [...text].map((letter) => letter.toLowerCase().toUpperCase().toLowerCase()).join("");
}

/** The words of a name in the order they were written, folded, without a title. */
export function wordsOf(name: string): readonly string[] {
  const bare = withoutApostrophes(name).normalize("NFKD").replace(/\p{M}/gu, "");
  const letters = [...sameCase(bare).normalize("NFC")].map((letter) => STROKED[letter] ?? letter).join("");
  const apart = letters.replace(/[^\p{L}\p{N}]+/gu, " ");
  return apart.split(" ").filter((word) => word !== "" && !TITLES.has(word));
}

/** "O’Hanlon" is "OHanlon", whichever key or phone wrote it. */
export function withoutApostrophes(text: string): string {
  return text.replace(/['’‘ʼ`´]/gu, "");
}

export type Agreement = "in full" | "agrees" | "contradicts" | "not given";

/** What the name given says about somebody with these names; the best of the name and the aliases. */
export function agreement(given: string | undefined, names: readonly string[]): Agreement {
  const said = wordsOf(given ?? "");
  if (said.length === 0) return "not given";
  const each = names.map((name) => withOne(said, wordsOf(name)));
  return (["in full", "agrees"] as const).find((wanted) => each.includes(wanted)) ?? "contradicts";
}

function withOne(said: readonly string[], known: readonly string[]): Agreement {
  if (sameSet(said, known)) return "in full";
  // A word said twice is one token of the set; two initials are two tokens, also of one letter.
  if (new Set(said).size < 2) return "contradicts";
  const left = said.filter((word) => !known.includes(word));
  if (left.length === 0) return "agrees";
  const [initial = ""] = left;
  const free = known.filter((word) => word !== known.at(-1) && !said.includes(word));
  const fits = left.length === 1 && [...initial].length === 1 && free.some((word) => word.startsWith(initial));
  return fits ? "agrees" : "contradicts";
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.every((word) => other.includes(word)) && other.every((word) => one.includes(word));
}
