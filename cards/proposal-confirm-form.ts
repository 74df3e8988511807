/** A proposal, last step: everything read back before it goes to senior staff; after a return, the answer to its questions. */
import { sentenceCase, ukDate } from "../src/policy/arrangement/uk-words.ts";
import { facts as factList, line, list } from "./blocks.ts";
import type { Day } from "./dates.ts";
import type { Field, Form, Target } from "./model.ts";

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
  /** The reports that explain it, by reference. */
  readonly explainedBy: string;
  readonly exclusive: readonly string[];
  /** With what a senior returned it, and the answer that did not go out yet; null when it was not returned. */
  readonly returned: { readonly question: string; readonly answer: string | null } | null;
};

/** Field id: answer. */
export const ANSWER_FIELD = {
  kind: "text",
  id: "answer",
  label: "What do you answer?",
  hint: "Those who decide read it. Leave it empty if your changes answer the questions.",
  required: false,
  multiline: true,
  maxLength: 2_000,
} as const satisfies Field;

const answerField = ({ answer }: { readonly answer: string | null }): Field =>
  answer === null ? ANSWER_FIELD : { ...ANSWER_FIELD, value: answer };

export function proposalConfirmForm(facts: ProposalConfirmFacts): Form {
  return {
    name: "proposal-confirm",
    title: "Propose a restriction",
    submit: "Confirm",
    intro: [
      line("Step 4 of 4: check this. Others decide it: you cannot decide your own proposal."),
      line({ strong: "What the customer may do" }),
      list(facts.arrangement),
      factList({
        Customer: facts.customerRef,
        "Where it applies": sentenceCase(facts.where),
        From: ukDate(facts.startsOn),
        Until: ukDate(facts.endsOn),
        Review: ukDate(facts.reviewOn),
        "Done before": facts.before.join(" "),
        Reports: facts.explainedBy,
        "Numbers and addresses that are theirs alone":
          facts.exclusive.join(", ") || "None confirmed: each counts as shared",
      }),
      line({ strong: "Why" }),
      { kind: "quote", text: facts.reason },
      ...(facts.returned === null
        ? []
        : [
            line({ strong: "The questions with which it was returned" }),
            { kind: "quote", text: facts.returned.question } as const,
          ]),
    ],
    fields: facts.returned === null ? [] : [answerField(facts.returned)],
    target: facts.target,
  };
}
