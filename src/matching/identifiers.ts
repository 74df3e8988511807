/**
 * Identifiers in the one form in which they are stored and compared (SCREENING section 3).
 * Each function gives undefined for a value that cannot be used, and gives its own answer back unchanged.
 */
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js";
import type { IdentifierKind } from "../policy/vocabulary.ts";
import { dropApostrophes, foldCase, foldPunctuation } from "./fold.ts";

/** An account on one platform. */
export type Handle = { readonly platform: string; readonly name: string };

/** One identifier in its comparable form; a handle's value carries its platform. */
export type Identifier = { readonly kind: IdentifierKind; readonly value: string };

const EMAIL = /^[^\s@]+@[^\s@]+$/u;

/** A country that phone numbers without a prefix may be read in, by its ISO 3166 code. */
export function isPhoneCountry(country: string): country is CountryCode {
  return isSupportedCountry(country);
}

/** A British number as nearly all are written, its spaces left out: no doubt about prefix or length. */
const BRITISH = /^(?:0|0044|\+44)([1-9]\d{9})$/;

/**
 * E.164. A number without a prefix is read in `country` (ISO 3166, two letters). Of a British number the library finds out
 * from which of the islands it is; that takes a hundred times longer than all the rest, and changes nothing.
 */
export function normalisePhone(text: string, country: string): string | undefined {
  const national = country === "GB" ? BRITISH.exec(text.replaceAll(" ", ""))?.[1] : undefined;
  return national === undefined ? byLibrary(text, country) : `+44${national}`;
}

function byLibrary(text: string, country: string): string | undefined {
  const phone = parsePhoneNumberFromString(text, isPhoneCountry(country) ? country : undefined);
  return phone?.isPossible() ? phone.number : undefined;
}

/** Lower case, no outer spaces; a dot or a plus makes another address. */
export function normaliseEmail(text: string): string | undefined {
  const email = text.trim().toLowerCase();
  return EMAIL.test(email) ? email : undefined;
}

/** The digits of a Unique Property Reference Number. */
export function normaliseUprn(text: string): string | undefined {
  return text.normalize("NFKC").replace(/\D/gu, "") || undefined;
}

/** Platform and name, lower case, without the @; the same name on another platform is another account. */
export function normaliseHandle({ platform, name }: Handle): string | undefined {
  const account = accountName(name);
  const where = foldCase(platform.trim()).trim();
  return account && where ? `${where}:${account}` : undefined;
}

/** The name of an account without its platform, as it stands in a handle's value after the colon. */
export function accountName(name: string): string | undefined {
  return (
    foldCase(name.trim())
      .trim()
      .replace(/^[@\s]+/u, "") || undefined
  );
}

/** Case, punctuation and runs of spaces folded. Nothing is looked up or guessed. */
export function normaliseAddress(text: string): string | undefined {
  return foldPunctuation(foldCase(dropApostrophes(text))) || undefined;
}

/** An identifier as the register writes it down: a handle also names its platform. */
export type WrittenIdentifier = {
  readonly kind: IdentifierKind;
  readonly value: string;
  readonly platform?: string | undefined;
};

/** The comparable form of an identifier of the register. */
export function normaliseIdentifier(written: WrittenIdentifier, country: string): Identifier | undefined {
  const value = comparable(written, country);
  return value === undefined ? undefined : { kind: written.kind, value };
}

function comparable({ kind, value, platform = "" }: WrittenIdentifier, country: string): string | undefined {
  switch (kind) {
    case "phone":
      return normalisePhone(value, country);
    case "email":
      return normaliseEmail(value);
    case "handle":
      return normaliseHandle({ platform, name: value });
    case "address":
      return normaliseAddress(value);
    case "uprn":
      return normaliseUprn(value);
  }
}
