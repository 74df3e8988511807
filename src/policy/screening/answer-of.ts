import type { Handling } from "../vocabulary.ts";
import type { AnsweredRestriction, ScreeningAnswer } from "./answer.ts";
import type { ContactFacts } from "./facts.ts";
import type { Judged } from "./judge.ts";
import type { Ranked } from "./rank.ts";

/** What was found out about a contact. `deciding`: those of `judged` that forbid it, or allow it on conditions. */
type Findings = { readonly first: Ranked; readonly judged: readonly Judged[]; readonly deciding: readonly Judged[] };

const PROTECTED: readonly Handling[] = ["protected_contact"];

/** The answer to the source, which learns no reference of a possible match (SCREENING section 2). */
export function answerOf(contact: ContactFacts, { first, judged, deciding }: Findings): ScreeningAnswer {
  const { outcome, tier, customer } = first;
  if (outcome === "possible_match") return noted({ ...NOTHING_LISTED, outcome, match: { tier } }, contact);
  const handling = contact.protectedReason === undefined ? handlingOf(deciding) : PROTECTED;
  const match = { tier, customerRef: customer.ref };
  return noted({ outcome, match, restrictions: listed(judged), handling }, contact);
}

/** The answer when nobody with anything in force was found. `usable`: there was something to look them up by. */
export function nobodyFound(contact: ContactFacts, usable: boolean): ScreeningAnswer {
  return noted({ ...NOTHING_LISTED, outcome: usable ? "clear" : "not_checked", match: null }, contact);
}

const NOTHING_LISTED = { restrictions: [], handling: [] };

function noted(answer: ScreeningAnswer, { notes }: ContactFacts): ScreeningAnswer {
  return notes.length > 0 ? { ...answer, notes } : answer;
}

/** What all of them ask for, sorted, as it is already of each. */
function handlingOf(deciding: readonly Judged[]): readonly Handling[] {
  if (deciding.length < 2) return deciding[0]?.handling ?? [];
  return [...new Set(deciding.flatMap(({ handling }) => handling))].sort();
}

/** By kind, then id: the order in which restrictions were written down says nothing. */
function listed(judged: readonly Judged[]): readonly AnsweredRestriction[] {
  const answered = judged.map(({ restriction: { id, kind, clause }, outcome }) => ({ id, kind, clause, outcome }));
  return answered.length > 1 ? answered.sort(inOrder) : answered;
}

function inOrder(one: AnsweredRestriction, other: AnsweredRestriction): number {
  return compare(one.kind, other.kind) || compare(one.id, other.id);
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
