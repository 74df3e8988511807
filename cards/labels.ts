/**
 * The codes that only cards name, in words (the others: policy/arrangement/plain-words.ts). No code name appears on a screen.
 * A long file on purpose: it is a table, and each table must name every code.
 */
import { sentenceCase } from "../src/policy/arrangement/uk-words.ts";
import type { Pack } from "../src/policy/packs/pack.ts";
import { shownWords } from "../src/policy/packs/shown-words.ts";
import type { Behaviour, Limb, Outcome, Relationship, Tier } from "../src/policy/vocabulary.ts";
import type { Option } from "./model.ts";

export const BEHAVIOUR_WORDS: Record<Behaviour, string> = {
  persistent_contact: "Contact again and again",
  repeated_same_matter: "The same matter after a final answer",
  abusive_language: "Abusive language",
  discriminatory_language: "Discriminatory language",
  threat: "A threat",
  harassment_of_officer: "Harassment of an officer",
  damage: "Damage",
  physical_violence: "Physical violence",
  other: "Something else",
};

export const OUTCOME_WORDS: Record<Outcome, string> = {
  breach: "Outside the arrangement",
  conditional: "Allowed only if a condition is met",
  permitted: "Keeps to the arrangement",
  possible_match: "May be a customer on the register",
  clear: "Nothing to keep to",
  not_checked: "Not checked",
};

export const TIER_WORDS: Record<Tier, string> = {
  identified: "Their own reference, number or address matches",
  probable: "Probably this customer: confirm who it is",
  possible: "May be this customer: not sure enough to act on",
};

/** Who somebody is to the customer for whom they make a contact. */
export const RELATIONSHIP_WORDS: Record<Relationship, string> = {
  solicitor: "Solicitor",
  councillor: "Councillor",
  mp: "MP",
  advocate: "Advocate",
  social_worker: "Social worker",
  family: "Family",
  friend: "Friend",
  other: "Somebody else",
};

const LIMB_WORDS: Record<Limb, string> = { abusive: "Abuse", persistent: "Persistence" };

type Ground = { readonly code: Limb; readonly words: string };
type Shown = Pick<Pack["limbs"]["value"][number], "code" | "shownBy">;

/** The grounds of a policy as the options of a form, in a word each: a menu holds no sentence. */
export function groundOptions(grounds: readonly Ground[]): readonly Option[] {
  return grounds.map(({ code }) => ({ value: code, label: LIMB_WORDS[code] }));
}

/** The grounds in the policy's own words: "Abuse: the customer is …. Persistence: …." */
export function groundHint(grounds: readonly Ground[]): string {
  return grounds.map(({ code, words }) => `${LIMB_WORDS[code]}: ${words}.`).join(" ");
}

/** What shows each ground that has to be shown: "Persistence: how many contacts there were …." */
export function shownHint(grounds: readonly Shown[]): string {
  return grounds.map((ground) => `${LIMB_WORDS[ground.code]}: ${shownWords([ground])}.`).join(" ");
}

/** A table's codes as the options of a form, in the order given. */
export function optionsOf<Code extends string>(
  codes: readonly Code[],
  words: Readonly<Record<Code, string>>,
): readonly Option[] {
  return codes.map((value) => ({ value, label: sentenceCase(words[value]) }));
}
