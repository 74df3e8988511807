import type { ContactFacts, Texts } from "./facts.ts";
import type { Staff } from "./staff.ts";

/** What one restriction says of one contact, the strongest first. */
export const VERDICTS = ["breach", "conditional", "permitted"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A call that counts towards `maxPerWeek`: when (epoch milliseconds) and in which conversation. */
export type CountedCall = { readonly at: number; readonly conversation: string };

/** The calls counted so far for a restriction, in any order; at least those of the contact's week. */
export type CallsCounted = (restrictionId: string) => readonly CountedCall[];

/** How a contact is put to restrictions: as it is, or as if something about it were otherwise. */
export type Question = {
  readonly contact: ContactFacts;
  readonly texts: () => Texts;
  /** Somebody makes it for the customer. A representative's own restrictions are asked as if nobody did. */
  readonly byRepresentative: boolean;
  readonly calls: CallsCounted;
};

/** A restriction ready to be asked, with its officers looked up and its words folded. Asked only where it bears. */
export type Rule = (contact: ContactFacts, question: Question) => Verdict;

/** What a rule may need to know besides its parameters. */
export type RuleContext = { readonly restrictionId: string; readonly staff: Staff };

/** Place in the order of strength, the strongest 0. A possible match is weaker than any verdict. */
export function strength(outcome: Verdict | "possible_match"): number {
  return outcome === "possible_match" ? VERDICTS.length : VERDICTS.indexOf(outcome);
}

/** A breach when `forbidden`, else permitted. */
export function forbids(forbidden: boolean): Verdict {
  return forbidden ? "breach" : "permitted";
}
