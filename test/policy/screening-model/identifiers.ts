/** Section 3: identifiers as they are compared. `undefined` when the value cannot be used. */
import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js";
import { sameCase, withoutApostrophes } from "./names.ts";
import type { IdentifierFile, Person } from "./shapes.ts";

type Writer = (value: string, country: string) => string;

const WRITE: Readonly<Record<string, Writer>> = {
  phone: (value, country) => {
    const number = parsePhoneNumberFromString(value, country as CountryCode);
    return number?.isPossible() ? number.number : "";
  },
  email: (value) => (/^[^\s@]+@[^\s@]+$/u.test(value.trim()) ? value.trim().toLowerCase() : ""),
  uprn: (value) => value.replace(/[^0-9]/g, ""),
  // Punctuation is a space, as in a name, and so an apostrophe is nothing: the contract does not say which.
  address: (value) =>
    withoutApostrophes(sameCase(value))
      .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
      .trim(),
  handle: (value) => value.trim().toLowerCase().replace(/^@/, ""),
};

export type Seen = { readonly kind: string; readonly key: string };

/** Everything usable that a contact says of a person, except reference and name. */
export function seenOf(person: Person, country: string): readonly Seen[] {
  const { phone, email, uprn, address, handle } = person;
  return [
    ...seen("phone", phone, country),
    ...seen("email", email, country),
    ...seen("uprn", uprn, country),
    ...seen("address", address, country),
    ...(handle ? seen("handle", handle.name, country).map((found) => onPlatform(found, handle.platform)) : []),
  ];
}

/** An identifier on the register as it is compared. */
export function knownAs({ kind, value, platform = "" }: IdentifierFile, country: string): Seen | undefined {
  const [found] = seen(kind, value, country);
  return found && kind === "handle" ? onPlatform(found, platform) : found;
}

function seen(kind: string, value: string | undefined, country: string): readonly Seen[] {
  const key = value === undefined ? "" : (WRITE[kind]?.(value, country) ?? "");
  return key === "" ? [] : [{ kind, key }];
}

function onPlatform({ kind, key }: Seen, platform: string): Seen {
  return { kind, key: `${platform.trim().toLowerCase()} ${key}` };
}
