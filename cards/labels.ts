/**
 * The codes that only cards name, in words (the others: policy/arrangement/plain-words.ts). No code name appears on a screen.
 * A long file on purpose: it is a table, and each table must name every code.
 */
import { sentenceCase } from "../src/policy/arrangement/uk-words.ts";
import type { Behaviour, Outcome, Tier } from "../src/policy/vocabulary.ts";
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

/** A table's codes as the options of a form, in the order given. */
export function optionsOf<Code extends string>(
  codes: readonly Code[],
  words: Readonly<Record<Code, string>>,
): readonly Option[] {
  return codes.map((value) => ({ value, label: sentenceCase(words[value]) }));
}
