import { nameKey } from "./names.ts";

/** How a name given stands to the names of one customer; `not-given` when it has no words at all. */
export type NameAgreement = "in-full" | "agrees" | "contradicts" | "not-given";

/** Folded names of one customer: the name and the aliases, each as `foldName` gives it. */
export type KnownNames = readonly (readonly string[])[];

/** The best agreement of a folded name with any of the customer's names (SCREENING section 3). */
export function nameAgreement(given: readonly string[], names: KnownNames): NameAgreement {
  if (given.length === 0) return "not-given";
  const key = nameKey(given);
  if (names.some((name) => name.length > 0 && nameKey(name) === key)) return "in-full";
  return names.some((name) => agreesInPart(given, name)) ? "agrees" : "contradicts";
}

/**
 * Every word given is one of the name's, and at most one of them is an initial, never that of the last word. A word said
 * twice is one, as in the set of a full agreement; an initial is not a word, and two of one letter are two.
 */
function agreesInPart(given: readonly string[], name: readonly string[]): boolean {
  const said = new Set(given);
  if (said.size < 2) return false;
  const known = new Set(name);
  const left = given.filter((token) => !known.has(token));
  const [initial] = left;
  if (initial === undefined) return true;
  return (
    left.length === 1 && name.some((token) => !said.has(token) && token !== name.at(-1) && isInitial(initial, token))
  );
}

/** Lengths count code points, so that a letter outside the basic plane is one initial too. */
function isInitial(initial: string, token: string): boolean {
  return [...initial].length === 1 && token.startsWith(initial);
}
