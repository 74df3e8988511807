import { type Identifier, normaliseIdentifier } from "./identifiers.ts";
import { foldName } from "./names.ts";

/** What somebody typed to find a customer, in every comparable form that it may have. */
export type SearchKeys = {
  /** As a reference: of a customer, report, proposal or arrangement. Case does not matter; null when it holds a space. */
  readonly ref: string | null;
  readonly identifiers: readonly Identifier[];
  /** As a name, folded (SCREENING section 3): the beginning of a word is enough. Empty when it is none. */
  readonly name: readonly string[];
};

const KINDS = ["phone", "email", "address"] as const;

/** Fewer letters and digits than this say nothing. */
const FEWEST = 2;

/** Reads one box of text in the organisation's country (ISO 3166); undefined when it is too short to look for. */
export function searchKeys(typed: string, country: string): SearchKeys | undefined {
  const text = typed.trim();
  if ((text.match(/[\p{L}\p{N}]/gu) ?? []).length < FEWEST) return undefined;
  const identifiers = KINDS.flatMap((kind) => normaliseIdentifier({ kind, value: text }, country) ?? []);
  // Looking for a part of a name reads all of them: a number or an address of email is no name.
  const isName = !identifiers.some(({ kind }) => kind !== "address");
  return { ref: /\s/.test(text) ? null : text, identifiers, name: isName ? foldName(text) : [] };
}
