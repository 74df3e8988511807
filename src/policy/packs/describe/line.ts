/** How a value of a pack is printed: what it says, and where it comes from. */
import { CHANNEL_WORDS, ROLE_WORDS } from "../../arrangement/plain-words.ts";
import { listOf } from "../../arrangement/uk-words.ts";
import type { Channel, Role } from "../../vocabulary.ts";
import type { Axis } from "../axis.ts";

/** "(7.2.1)", or "(assumed)" where the text is silent. */
export function source(given: Axis<unknown>): string {
  return given.from === undefined ? " (assumed)" : ` (${given.from})`;
}

/** "officer or service manager". */
export const rolesOf = (roles: readonly Role[]): string =>
  listOf(
    roles.map((role) => ROLE_WORDS[role]),
    "or",
  );

/** "phone, letter or email". */
export const waysOf = (channels: readonly Channel[]): string =>
  listOf(
    channels.map((channel) => CHANNEL_WORDS[channel]),
    "or",
  );

/** A code such as "why_it_causes_concern" as words. */
export const spaced = (code: string): string => code.replaceAll("_", " ");
