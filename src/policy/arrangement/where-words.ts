/** Where an arrangement applies, for its register entry (7.4). What its sentences say of each is arrangement-sentence.ts. */
import type { Restriction, Scope } from "../restrictions/restriction.ts";
import { KIND_WORDS } from "./plain-words.ts";
import { listOf, sentenceCase } from "./uk-words.ts";

/** "every service", or the services by name. */
export function scopeWords(scope: Scope): string {
  return scope === "organisation" ? "every service" : listOf(scope);
}

/** The scope that all of these have; nothing where they differ. */
export function commonScope(restrictions: readonly Restriction[]): Scope | undefined {
  const [first, ...others] = restrictions.map(({ scope }) => scope);
  return first !== undefined && others.every((scope) => scopeWords(scope) === scopeWords(first)) ? first : undefined;
}

/** Where all of them apply; where that differs, said of each: no one list of services would be true of all. */
export function whereWords(restrictions: readonly Restriction[]): string {
  const common = commonScope(restrictions);
  if (common !== undefined) return scopeWords(common);
  return sentenceCase(restrictions.map(({ kind, scope }) => `${KIND_WORDS[kind]}: ${scopeWords(scope)}`).join("; "));
}
