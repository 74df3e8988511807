import type { Handling } from "../vocabulary.ts";
import { bearsOn, isInForce } from "./bears.ts";
import type { ContactFacts } from "./facts.ts";
import type { ReadyRestriction } from "./ready.ts";
import { type CallsCounted, VERDICTS, type Verdict } from "./rule.ts";

/** One restriction that bears on a contact, what it says of it and what to do. */
export type Judged = {
  readonly restriction: ReadyRestriction;
  readonly outcome: Verdict;
  readonly handling: readonly Handling[];
};

/** A customer as far as screening goes. */
export type RestrictedCustomer = { readonly ref: string; readonly restrictions: readonly ReadyRestriction[] };

/** Whether anything of the customer's is in force at the instant (epoch milliseconds). */
export function hasAnythingInForce(customer: RestrictedCustomer, at: number): boolean {
  return customer.restrictions.some((restriction) => isInForce(restriction, at));
}

/** Every restriction in force that bears on the contact, with its own outcome (SCREENING section 2). */
export function judge(customer: RestrictedCustomer, contact: ContactFacts, calls: CallsCounted): readonly Judged[] {
  const judged: Judged[] = [];
  for (const restriction of customer.restrictions) {
    if (!isInForce(restriction, contact.at) || !bearsOn(restriction, contact)) continue;
    judged.push(judgeOne(restriction, contact, calls));
  }
  return judged;
}

/** The strongest of some verdicts; permitted when there is none. */
export function strongest(judged: readonly Judged[]): Verdict {
  return VERDICTS.find((verdict) => judged.some(({ outcome }) => outcome === verdict)) ?? "permitted";
}

function judgeOne(restriction: ReadyRestriction, contact: ContactFacts, calls: CallsCounted): Judged {
  const outcome = isLetThrough(restriction, contact) ? "permitted" : restriction.rule(contact, calls);
  const handling = restriction.handling[outcome];
  if (outcome !== "breach" || !contact.mentionsProtection) return { restriction, outcome, handling };
  return { restriction, outcome: "conditional", handling: [...handling, "check_protected"] };
}

/** Protected contact under every kind; what a representative sends in under every kind but a closed topic. */
function isLetThrough({ kind }: ReadyRestriction, contact: ContactFacts): boolean {
  if (contact.protectedReason !== undefined) return true;
  return contact.byRepresentative && contact.direction === "inbound" && kind !== "topic_closed";
}
