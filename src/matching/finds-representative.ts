import { normaliseIdentifier } from "./identifiers.ts";
import { foldName } from "./names.ts";
import type { SearchKeys } from "./search-keys.ts";

/** Somebody who acts for a customer, as the register writes them down. */
export type WrittenRepresentative = {
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
};

/** Whether what was typed finds them, by the rules that find a customer: of a name the beginning of each word, else the whole. */
export function findsRepresentative(
  { name, identifiers }: SearchKeys,
  representative: WrittenRepresentative,
  country: string,
): boolean {
  const words = name.length > 0 ? foldName(representative.name) : [];
  if (name.length > 0 && name.every((begins) => words.some((word) => word.startsWith(begins)))) return true;
  return identifiers.some(({ kind, value }) => {
    if (kind !== "phone" && kind !== "email") return false;
    const written = representative[kind];
    return written !== null && normaliseIdentifier({ kind, value: written }, country)?.value === value;
  });
}
