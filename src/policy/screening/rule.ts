import type { ContactFacts } from "./facts.ts";
import type { Staff } from "./staff.ts";

/** What one restriction says of one contact, the strongest first. */
export const VERDICTS = ["breach", "conditional", "permitted"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A call that counts towards `maxPerWeek`: when (epoch milliseconds) and in which conversation. */
export type CountedCall = { readonly at: number; readonly conversation: string };

/** The calls counted so far for a restriction, in any order; at least those of the contact's week. */
export type CallsCounted = (restrictionId: string) => readonly CountedCall[];

/** A restriction ready to be asked, with its officers looked up and its words folded. Asked only where it bears. */
export type Rule = (contact: ContactFacts, calls: CallsCounted) => Verdict;

/** What a rule may need to know besides its parameters. */
export type RuleContext = { readonly restrictionId: string; readonly staff: Staff };

/** A breach when `forbidden`, else permitted. */
export function forbids(forbidden: boolean): Verdict {
  return forbidden ? "breach" : "permitted";
}
