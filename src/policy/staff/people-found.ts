/** Who of the staff somebody looks for by what they type in a form: no menu holds a whole council. */
import type { OfficerStatus } from "../vocabulary.ts";

/** Whom a question is about: officers who are here; those and contacts outside the staff; everybody who has not left. */
export const PEOPLE = ["here", "here-or-outside", "staff"] as const;
export type People = (typeof PEOPLE)[number];

/** `value`: what names them for certain, a work email or an id; `label`: name and service, to choose by. */
export type Findable = {
  readonly value: string;
  readonly label: string;
  readonly name: string;
  readonly email: string | null;
  readonly extension: string | null;
};

type Listed = Pick<Findable, "name" | "extension"> & {
  readonly email: string;
  readonly service: string;
  readonly status: OfficerStatus;
};

/** An officer to choose. Whether they are here stands before the service: a menu in Slack cuts what is long. */
export function officerToFind({ email, name, service, status, extension }: Listed): Findable {
  return { value: email, label: `${name}${PRESENCE[status]}, ${service}`, name, email, extension };
}

const PRESENCE: Readonly<Record<OfficerStatus, string>> = {
  active: "",
  absent: " (away)",
  left: " (has left)",
};

type Outside = Pick<Findable, "name" | "email"> & { readonly id: string; readonly body: string };

/** A contact outside the staff to choose. */
export function outsideToFind({ id, name, body, email }: Outside): Findable {
  return { value: id, label: `${name}, ${body} (not on the staff)`, name, email, extension: null };
}

/** Longer than any name; a box in a chat takes more. */
const TYPED = 200;

/**
 * Everybody of whom each word that was typed begins a word of the name, of the email before its @, or the extension; or
 * whose email begins with it all. Whole words first, then by name. Nobody for nothing.
 */
export function peopleFound(typed: string, people: readonly Findable[]): readonly Findable[] {
  const text = typed.slice(0, TYPED).trim();
  const words = wordsOf(text);
  if (words.length === 0) return [];
  const fits = text.includes("@")
    ? ({ email }: Findable) => (email?.toLowerCase().startsWith(text.toLowerCase()) ? 0 : undefined)
    : (person: Findable) => begun(words, tokensOf(person));
  return people
    .flatMap((person) => {
      const begunOnly = fits(person);
      return begunOnly === undefined ? [] : [{ person, begunOnly }];
    })
    .toSorted((a, b) => a.begunOnly - b.begunOnly || byName(a.person, b.person))
    .map(({ person }) => person);
}

/** How many of the words only begin one of theirs; nothing when one of them begins none. */
function begun(words: readonly string[], tokens: readonly string[]): number | undefined {
  if (!words.every((word) => tokens.some((token) => token.startsWith(word)))) return undefined;
  return words.filter((word) => !tokens.includes(word)).length;
}

function tokensOf({ name, email, extension }: Findable): readonly string[] {
  return [...wordsOf(name), ...wordsOf(email?.split("@")[0] ?? ""), ...wordsOf(extension ?? "")];
}

/** The words of a colleague's name as people type them: without accents, apostrophes and capitals. */
function wordsOf(name: string): readonly string[] {
  const plain = name
    .normalize("NFKD")
    .replaceAll(/[\p{M}'’]/gu, "")
    .toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

const byName = (one: Findable, other: Findable): number =>
  one.name.localeCompare(other.name, "en-GB") || one.value.localeCompare(other.value, "en-GB");
