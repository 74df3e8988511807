import { TIERS, type Tier } from "../vocabulary.ts";
import { hasAnythingInForce, type Judged, judge, type RestrictedCustomer, strongest } from "./judge.ts";
import { type Question, strength, type Verdict } from "./rule.ts";

/** A customer the contact may concern, and how sure that is. */
export type Match = { readonly customer: RestrictedCustomer; readonly tier: Tier };

/** The customer who counts on one side, and what their restrictions say; nothing is judged of a possible one. */
export type Ranked = Match & { readonly outcome: Verdict | "possible_match"; readonly judged: readonly Judged[] };

/** The customers with something in force on one side, and the one who counts, if anybody. */
export type Side = { readonly matches: readonly Match[]; readonly first: Ranked | undefined };

/** The two who may be behind a contact made on behalf of somebody; each is ranked alone (section 4). */
export type Sides = { readonly customer: Side; readonly representative: Side };

/** Whom a contact may concern on either side. */
export type BothSides = { readonly customer: readonly Match[]; readonly representative: readonly Match[] };

/** Ranks both sides, the representative's as if the contact were made in their own name (section 4). */
export function rankSides({ customer, representative }: BothSides, question: Question): Sides {
  return {
    customer: rankSide(customer, question),
    representative:
      representative.length === 0 ? NOBODY : rankSide(representative, { ...question, byRepresentative: false }),
  };
}

/** The stronger outcome counts; on a tie the customer (section 4). */
export function whoDecides({ customer, representative }: Sides): Ranked | undefined {
  const [one, other] = [customer.first, representative.first];
  if (one === undefined || other === undefined) return one ?? other;
  return strength(other.outcome) < strength(one.outcome) ? other : one;
}

const NOBODY: Side = { matches: [], first: undefined };

/** Nothing in force is left out first; then the best tier, the strongest outcome, the lowest reference (section 3). */
function rankSide(matches: readonly Match[], question: Question): Side {
  const live = matches.filter(({ customer }) => hasAnythingInForce(customer, question.contact.at));
  const best = bestTier(live);
  let first: Ranked | undefined;
  for (const match of live) {
    if (match.tier !== best) continue;
    const ranked = outcomeOf(match, question);
    if (first === undefined || goesBefore(ranked, first)) first = ranked;
  }
  return { matches: live, first };
}

function bestTier(matches: readonly Match[]): Tier | undefined {
  let best: Tier | undefined;
  for (const { tier } of matches) if (best === undefined || TIERS.indexOf(tier) < TIERS.indexOf(best)) best = tier;
  return best;
}

function outcomeOf({ customer, tier }: Match, question: Question): Ranked {
  if (tier === "possible") return { customer, tier, outcome: "possible_match", judged: [] };
  const judged = judge(customer, question);
  return { customer, tier, outcome: strongest(judged), judged };
}

function goesBefore(one: Ranked, other: Ranked): boolean {
  const difference = strength(one.outcome) - strength(other.outcome);
  return difference === 0 ? one.customer.ref < other.customer.ref : difference < 0;
}
