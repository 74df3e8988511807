/** Who of the staff somebody means by what they typed: no menu holds a whole council. */
/** `value`: what names them for certain, a work email or an id; `label`: name and service, to choose by. */
export type Nameable = { readonly value: string; readonly name: string; readonly label: string };

export type Meant =
  | { readonly code: "one"; readonly value: string }
  /** More than one of that name. */
  | { readonly code: "several"; readonly people: readonly Nameable[] }
  | { readonly code: "nobody" };

/** By work email or id, by the whole name, or by the beginnings of words of the name, in any order. */
export function personMeant(typed: string, people: readonly Nameable[]): Meant {
  const key = typed.trim().toLowerCase();
  const named = people.find(({ value }) => value.toLowerCase() === key);
  if (named) return { code: "one", value: named.value };
  const words = typed.includes("@") ? [] : wordsOf(typed);
  if (words.length === 0) return { code: "nobody" };

  const folded = people.map((person) => ({ person, name: wordsOf(person.name) }));
  const begun = folded.filter(({ name }) => words.every((word) => name.some((token) => token.startsWith(word))));
  const whole = begun.filter(({ name }) => name.length === words.length && words.every((word) => name.includes(word)));
  const [first, ...others] = (whole.length > 0 ? whole : begun).map(({ person }) => person);
  if (first === undefined) return { code: "nobody" };
  return others.length === 0 ? { code: "one", value: first.value } : { code: "several", people: [first, ...others] };
}

/** The words of a colleague's name as people type them: without accents, apostrophes and capitals. */
function wordsOf(name: string): readonly string[] {
  const plain = name
    .normalize("NFKD")
    .replaceAll(/[\p{M}'’]/gu, "")
    .toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}
