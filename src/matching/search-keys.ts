import { accountName, type Identifier, normaliseHandle, normaliseIdentifier } from "./identifiers.ts";
import { foldName } from "./names.ts";

/** What somebody typed to find a customer, in every comparable form that it may have. */
export type SearchKeys = {
  /** As a reference: of a customer, report, proposal or arrangement. Case does not matter; null when it holds a space. */
  readonly ref: string | null;
  readonly identifiers: readonly Identifier[];
  /** As the name of an account on any platform, or "platform:name"; null when it is none. */
  readonly handle: string | null;
  /** As a name, folded (SCREENING section 3): the beginning of a word is enough. Empty when it is none. */
  readonly name: readonly string[];
};

const KINDS = ["phone", "email", "address"] as const;

/**
 * How a phone number is written, in any script. The phone library reads the digits out of `@sam1234567` too, which is an
 * account; `sam@social.example` may be an account and an address of email.
 */
const NUMBER = /^[\p{Nd}\p{Pd}\p{Cf}\s+()./]+$/u;

/** Fewer letters and digits than this say nothing. */
const FEWEST = 2;

/** Reads one box of text in the organisation's country (ISO 3166); undefined when it is too short to look for. */
export function searchKeys(typed: string, country: string): SearchKeys | undefined {
  const text = typed.trim();
  if ((text.match(/[\p{L}\p{N}]/gu) ?? []).length < FEWEST) return undefined;
  const isNumber = NUMBER.test(text);
  const kinds = KINDS.filter((kind) => kind !== "phone" || isNumber);
  const identifiers = kinds.flatMap((kind) => normaliseIdentifier({ kind, value: text }, country) ?? []);
  // Looking for a part of a name reads all of them: a number or an address of email is none.
  const isName = !identifiers.some(({ kind }) => kind !== "address");
  return {
    ref: /\s/.test(text) ? null : text,
    identifiers,
    handle: isNumber ? null : (handleOf(text) ?? null),
    name: isName ? foldName(text) : [],
  };
}

/** "Facebook: @sam" names the platform too, "@sam" none: people remember the account and not where they saw it. */
function handleOf(text: string): string | undefined {
  const [platform = "", ...name] = text.split(":");
  return name.length > 0 ? normaliseHandle({ platform, name: name.join(":") }) : accountName(text);
}
