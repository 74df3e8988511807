/** To the proposer: what became of a proposal, and what they can do now. The reporter reads report-receipt.ts. */
import { DECIDERS_WORDS } from "../src/policy/arrangement/plain-words.ts";
import { listOf, ukDate } from "../src/policy/arrangement/uk-words.ts";
import type { DecidingRole } from "../src/policy/vocabulary.ts";
import { answersAdjustments } from "./adjustments-form.ts";
import { danger, line, opens, primary } from "./blocks.ts";
import { type Day, type Moment, momentInWords } from "./dates.ts";
import type { Card, Target } from "./model.ts";

export type ProposalOutcome =
  /** `decidedBy`: the role that it takes. */
  | {
      readonly code: "sent";
      readonly asked: readonly string[];
      readonly quorum: number;
      readonly decidedBy: DecidingRole;
    }
  /** What became of it is in a newer message. */
  | { readonly code: "closed" }
  | {
      readonly code: "approved";
      readonly by: readonly string[];
      readonly startsOn: Day;
      readonly endsOn: Day;
      readonly reviewOn: Day;
    }
  | { readonly code: "returned"; readonly by: string }
  | { readonly code: "rejected"; readonly by: string }
  | { readonly code: "expired" }
  | { readonly code: "withdrawn"; readonly by: string };

export type ProposalOutcomeFacts = {
  readonly target: Target;
  readonly ref: string;
  readonly when: Moment;
  readonly outcome: ProposalOutcome;
  /** It was sent without an answer about adjustments, and the answer is still wanted. */
  readonly owesAdjustments: boolean;
};

export function proposalOutcome(facts: ProposalOutcomeFacts): Card {
  const { outcome, ref, target, owesAdjustments } = facts;
  const change = opens("proposal-edit", "Change and send again", target);
  const editable = outcome.code === "returned" || outcome.code === "expired";
  return {
    title: `Your proposal ${ref} ${headline(outcome)}`,
    notification:
      outcome.code === "sent" ? `Your proposal ${ref} ${headline(outcome)}.` : `There is news of your proposal ${ref}.`,
    body: [
      line(sentence(outcome, momentInWords(facts.when))),
      ...(owesAdjustments ? [line("Still to be answered by you: the question about adjustments.")] : []),
    ],
    buttons: [
      ...(owesAdjustments ? [answersAdjustments(target)] : []),
      ...(editable ? [owesAdjustments ? change : primary(change)] : []),
      opens("proposal-read", "Read the case", target),
      ...(editable || outcome.code === "sent" ? [danger(opens("proposal-withdraw", "Withdraw", target))] : []),
    ],
  };
}

function headline(outcome: ProposalOutcome): string {
  return outcome.code === "sent" ? `is with ${DECIDERS_WORDS[outcome.decidedBy]}` : HEADLINE[outcome.code];
}

const HEADLINE: Record<Exclude<ProposalOutcome["code"], "sent">, string> = {
  closed: "was sent",
  approved: "was approved",
  returned: "was returned with questions",
  rejected: "was rejected",
  expired: "expired",
  withdrawn: "was withdrawn",
};

/** "One of them decides.", "Both must approve." */
export function whoDecides({ asked, quorum }: { readonly asked: readonly string[]; readonly quorum: number }): string {
  if (asked.length === 1) return "They decide.";
  if (quorum === 1) return "One of them decides.";
  return asked.length === 2 && quorum === 2 ? "Both must approve." : `${quorum} of them must approve.`;
}

function sentence(outcome: ProposalOutcome, when: string): string {
  switch (outcome.code) {
    case "sent":
      return `Sent to ${listOf(outcome.asked)}, ${when}. ${whoDecides(outcome)}`;
    case "closed":
      return "A newer message says what became of it.";
    case "approved":
      return `Approved by ${listOf(outcome.by)}, ${when}. In force from ${ukDate(outcome.startsOn)} to ${ukDate(outcome.endsOn)}. Review ${ukDate(outcome.reviewOn)}. The letter has a card of its own.`;
    case "returned":
      return `${outcome.by} returned it, ${when}. Read the questions in the case, change the proposal, and send it again.`;
    case "rejected":
      return `${outcome.by} rejected it, ${when}. Nothing changes for the customer. The reason is in the case.`;
    case "expired":
      return `Nobody decided in time, ${when}. That is not a rejection: you can send it again.`;
    case "withdrawn":
      return `${outcome.by} withdrew it, ${when}. Nothing changes for the customer. The report waits to be dealt with again.`;
  }
}
