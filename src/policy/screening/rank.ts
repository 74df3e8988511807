import { TIERS, type Tier } from "../vocabulary.ts";
import type { ContactFacts } from "./facts.ts";
import { hasAnythingInForce, type Judged, judge, type RestrictedCustomer, strongest } from "./judge.ts";
import { type CallsCounted, VERDICTS, type Verdict } from "./rule.ts";

/** A customer the contact may concern, and how sure that is. */
export type Match = { readonly customer: RestrictedCustomer; readonly tier: Tier };

/** The customer who counts on one side, and what their restrictions say; nothing is judged of a possible one. */
export type Ranked = Match & { readonly outcome: Verdict | "possible_match"; readonly judged: readonly Judged[] };

/** The customers with something in force on one side, and the one who counts, if anybody. */
export type Side = { readonly matches: readonly Match[]; readonly first: Ranked | undefined };

/** The two who may be behind a contact made on behalf of somebody; each is ranked alone (section 4). */
export type Sides = { readonly customer: Side; readonly representative: Side };

const NOBODY: Side = { matches: [], first: undefined };

/** Nothing in force is left out first; then the best tier, the strongest outcome, the lowest reference (section 3). */
export function rankSide(matches: readonly Match[], contact: ContactFacts, calls: CallsCounted): Side {
  if (matches.length === 0) return NOBODY;
  const live = matches.filter(({ customer }) => hasAnythingInForce(customer, contact.at));
  const tier = TIERS.find((candidate) => live.some((match) => match.tier === candidate));
  let first: Ranked | undefined;
  for (const match of live) {
    if (match.tier !== tier) continue;
    const ranked = outcomeOf(match, contact, calls);
    if (first === undefined || goesBefore(ranked, first)) first = ranked;
  }
  return { matches: live, first };
}

function outcomeOf(match: Match, contact: ContactFacts, calls: CallsCounted): Ranked {
  if (match.tier === "possible") return { ...match, outcome: "possible_match", judged: [] };
  const judged = judge(match.customer, contact, calls);
  return { ...match, outcome: strongest(judged), judged };
}

function goesBefore(one: Ranked, other: Ranked): boolean {
  const difference = strength(one.outcome) - strength(other.outcome);
  return difference === 0 ? one.customer.ref < other.customer.ref : difference < 0;
}

/** Place in the order of strength, the strongest 0. A possible match is weaker than any verdict. */
export function strength(outcome: Ranked["outcome"]): number {
  return outcome === "possible_match" ? VERDICTS.length : VERDICTS.indexOf(outcome);
}
