/** A proposal, third step: everything read back before it goes to senior staff. No fields. */
import { ukDate } from "../src/policy/arrangement/uk-words.ts";
import { facts as factList, line, list } from "./blocks.ts";
import type { Day } from "./dates.ts";
import type { Form, Target } from "./model.ts";

export type ProposalConfirmFacts = {
  readonly target: Target;
  readonly customerRef: string;
  /** The sentences that the letter and the register use. */
  readonly arrangement: readonly string[];
  readonly where: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly reviewOn: Day;
  /** What was done before, or the reason why not: one sentence each. */
  readonly before: readonly string[];
  readonly reason: string;
  readonly exclusive: readonly string[];
};

export function proposalConfirmForm(facts: ProposalConfirmFacts): Form {
  return {
    name: "proposal-confirm",
    title: "Propose a restriction",
    submit: "Confirm",
    intro: [
      line("Step 4 of 4: check this. Senior staff decide next; you cannot decide your own proposal."),
      line({ strong: "What the customer may do" }),
      list(facts.arrangement),
      factList({
        Customer: facts.customerRef,
        Where: facts.where,
        From: ukDate(facts.startsOn),
        Until: ukDate(facts.endsOn),
        Review: ukDate(facts.reviewOn),
        "Done before": facts.before.join(" "),
        "Theirs alone": facts.exclusive.join(", ") || "none confirmed: they count as shared",
      }),
      line({ strong: "Why" }),
      { kind: "quote", text: facts.reason },
    ],
    fields: [],
    target: facts.target,
  };
}
