import type { Handling } from "../vocabulary.ts";
import type { AnsweredRestriction, ScreeningAnswer } from "./answer.ts";
import type { ContactFacts } from "./facts.ts";
import type { Judged } from "./judge.ts";
import type { Ranked } from "./rank.ts";

/** What was found out about a contact. `deciding` are those of `judged` that have the outcome of the contact. */
type Findings = {
  readonly contact: ContactFacts;
  readonly first: Ranked | undefined;
  readonly judged: readonly Judged[];
  readonly deciding: readonly Judged[];
  readonly usable: boolean;
};

const PROTECTED: readonly Handling[] = ["protected_contact"];

/** The answer to the source, which learns no reference of a possible match (SCREENING section 2). */
export function answerOf({ contact, first, judged, deciding, usable }: Findings): ScreeningAnswer {
  const notes = contact.notes.length > 0 ? { notes: contact.notes } : {};
  if (first === undefined) {
    const outcome = usable ? "clear" : "not_checked";
    return { outcome, match: null, restrictions: [], handling: [], ...notes };
  }
  const { outcome, tier, customer } = first;
  if (outcome === "possible_match") return { outcome, match: { tier }, restrictions: [], handling: [], ...notes };
  const handling = contact.protectedReason === undefined ? handlingOf(deciding) : PROTECTED;
  return { outcome, match: { tier, customerRef: customer.ref }, restrictions: listed(judged), handling, ...notes };
}

function handlingOf(deciding: readonly Judged[]): readonly Handling[] {
  return [...new Set(deciding.flatMap(({ handling }) => handling))].sort();
}

/** By kind, then id: the order in which restrictions were written down says nothing. */
function listed(judged: readonly Judged[]): readonly AnsweredRestriction[] {
  const answered = judged.map(({ restriction: { id, kind, clause }, outcome }) => ({ id, kind, clause, outcome }));
  return answered.sort((one, other) => compare(one.kind, other.kind) || compare(one.id, other.id));
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
