/** The second screens of a decision: approve shows the exact words; return and reject need a reason. Field ids: reason. */
import { sentenceCase, ukDate } from "../src/policy/arrangement/uk-words.ts";
import { writtenReason } from "../src/policy/ladder/bypass.ts";
import type { DecidingRole } from "../src/policy/vocabulary.ts";
import { facts as factList, line, list } from "./blocks.ts";
import type { Day } from "./dates.ts";
import type { Field, Form, Target } from "./model.ts";

export type ApproveConfirmFacts = {
  readonly target: Target;
  readonly ref: string;
  readonly customerRef: string;
  /** The exact sentences of the letter and the register. */
  readonly arrangement: readonly string[];
  readonly where: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly reviewOn: Day;
  /** What the contact is judged to be (7.4), in words; empty where the policy names no ground. */
  readonly judged: string;
  /** The pack asks for a reason with an approval too. */
  readonly reasonRequired: boolean;
  /** Whose written reason it takes because there was no warning; null where it takes nobody's. */
  readonly reasonBy: DecidingRole | null;
};

export function approveConfirmForm(facts: ApproveConfirmFacts): Form {
  return {
    name: "approve-confirm",
    title: `Approve ${facts.ref}`,
    submit: "Confirm",
    intro: [
      line("You approve exactly these words. The customer's letter and the register use them."),
      list(facts.arrangement),
      factList({
        Customer: facts.customerRef,
        "Where it applies": sentenceCase(facts.where),
        From: ukDate(facts.startsOn),
        Until: ukDate(facts.endsOn),
        Review: ukDate(facts.reviewOn),
        ...(facts.judged === "" ? {} : { "You judge the contact to be": facts.judged }),
      }),
    ],
    fields: [{ ...reason("Why do you approve it?", facts.reasonRequired), hint: hintOf(facts) }],
    target: facts.target,
  };
}

const KEPT = "It is kept with the decision.";

function hintOf({ reasonBy }: ApproveConfirmFacts): string {
  return reasonBy === null ? KEPT : `There was no warning, so this takes ${writtenReason(reasonBy)}. ${KEPT}`;
}

export type ReasonFormFacts = { readonly target: Target; readonly ref: string };

export function returnForm({ target, ref }: ReasonFormFacts): Form {
  return {
    name: "return",
    title: `Return ${ref}`,
    submit: "Return",
    intro: [line("The proposer reads your questions, can change the proposal, and can send it again.")],
    fields: [reason("What do you ask?", true)],
    target,
  };
}

export function rejectForm({ target, ref }: ReasonFormFacts): Form {
  return {
    name: "reject",
    title: `Reject ${ref}`,
    submit: "Reject",
    intro: [
      line("If you reject it, the proposal ends here and nothing changes for the customer. This cannot be undone."),
      line(
        "If it is about the wrong customer, return it instead: the proposer can then withdraw it and put that right.",
      ),
    ],
    fields: [reason("Why do you reject it?", true)],
    target,
  };
}

/** The proposer takes it back: asked again, because it cannot be undone. */
export function withdrawForm({
  target,
  ref,
  stays,
}: ReasonFormFacts & {
  /** In words, which report stays with its customer, and why. */
  readonly stays: readonly string[];
}): Form {
  return {
    name: "withdraw",
    title: `Withdraw ${ref}`,
    submit: "Withdraw",
    intro: [
      line(
        "If you withdraw it, the proposal ends here: nobody decides it, and nothing changes for the customer. This cannot be undone.",
      ),
      line("The report waits to be dealt with again, in another way or in a new proposal."),
      ...stays.map((words) => line(words)),
    ],
    fields: [{ ...reason("Why do you withdraw it?", false), hint: "It is kept with the proposal." }],
    target,
  };
}

/** "I have an interest": asked again, because it cannot be taken back. It has no field. */
export function interestForm({ target }: { readonly target: Target }): Form {
  return {
    name: "interest",
    title: "I have an interest",
    submit: "Confirm",
    intro: [
      line("You will not decide this proposal, and if you approved it already, that no longer counts."),
      line("Somebody else is asked where there is one. You cannot take this back."),
    ],
    fields: [],
    target,
  };
}

function reason(label: string, required: boolean): Field {
  return {
    kind: "text",
    id: "reason",
    label,
    hint: KEPT,
    required,
    multiline: true,
    maxLength: 2_000,
  };
}
