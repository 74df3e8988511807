import type { Handling } from "../vocabulary.ts";
import { bearsOn, isInForce } from "./bears.ts";
import type { ReadyRestriction } from "./ready.ts";
import { type Question, strength, type Verdict } from "./rule.ts";
import { mentions } from "./words.ts";

/** One restriction that bears on a contact, what it says of it and what to do, sorted. */
export type Judged = {
  readonly restriction: ReadyRestriction;
  readonly outcome: Verdict;
  readonly handling: readonly Handling[];
};

/** A customer as far as screening goes. */
export type RestrictedCustomer = { readonly ref: string; readonly restrictions: readonly ReadyRestriction[] };

/** Whether anything of the customer's is in force at the instant (epoch milliseconds). */
export function hasAnythingInForce({ restrictions }: RestrictedCustomer, at: number): boolean {
  return restrictions.some((restriction) => isInForce(restriction, at));
}

/** Every restriction in force that bears on the contact, with its own outcome (SCREENING section 2). */
export function judge({ restrictions }: RestrictedCustomer, question: Question): readonly Judged[] {
  const { contact } = question;
  const judged: Judged[] = [];
  for (const restriction of restrictions) {
    if (isInForce(restriction, contact.at) && bearsOn(restriction, contact))
      judged.push(judgeOne(restriction, question));
  }
  return judged;
}

/** The strongest of some verdicts; permitted when there is none. */
export function strongest(judged: readonly Judged[]): Verdict {
  let verdict: Verdict = "permitted";
  for (const { outcome } of judged) if (strength(outcome) < strength(verdict)) verdict = outcome;
  return verdict;
}

/** Words that suggest protected contact turn a breach into a condition (SCREENING section 5). */
function judgeOne(restriction: ReadyRestriction, question: Question): Judged {
  const { handling } = restriction;
  const outcome = isLetThrough(restriction, question) ? "permitted" : restriction.rule(question.contact, question);
  if (outcome === "breach" && suggestsProtection(restriction, question))
    return { restriction, outcome: "conditional", handling: handling.suspected };
  return { restriction, outcome, handling: handling[outcome] };
}

/** By the words of the pack that the arrangement was decided under. */
function suggestsProtection({ protectedPhrases }: ReadyRestriction, { texts }: Question): boolean {
  const { subject, excerpt } = texts();
  return mentions(subject, protectedPhrases) || mentions(excerpt, protectedPhrases);
}

/** Protected contact under every kind; what a representative sends in under every kind but a closed topic. */
function isLetThrough({ kind }: ReadyRestriction, { contact, byRepresentative }: Question): boolean {
  if (contact.protectedReason !== undefined) return true;
  return byRepresentative && contact.direction === "inbound" && kind !== "topic_closed";
}
