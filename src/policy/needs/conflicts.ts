/** Needs against restrictions, computed from the ways that the arrangement as a whole leaves open (CASEWORK section 2). */
import type { Pack } from "../packs/pack.ts";
import { shutTogether } from "./beside.ts";
import { careWorkerFirst } from "./care-worker.ts";
import { otherLanguage } from "./language.ts";
import type { Conflict, NeedFacts } from "./need-facts.ts";
import { type Offer, takeOffer } from "./offer.ts";
import { noUsableWay } from "./usable-way.ts";

/**
 * Every conflict of a proposal, each with the alternatives that the record has; empty when there is none. An alternative
 * that would shut another way is none, such as one for restrictions that contradict each other.
 */
export function conflicts(facts: NeedFacts, pack: Pack): Conflict[] {
  const found = allConflicts(facts, pack);
  const blocked = blocking(found) + nothingOpen(facts);
  const helps = (offer: Offer) => {
    const taken = { ...facts, ...takeOffer(facts, offer) };
    return blocking(allConflicts(taken, pack)) + nothingOpen(taken) <= blocked;
  };
  return found.map((conflict) => ({ ...conflict, offers: conflict.offers.filter(helps) }));
}

function allConflicts(facts: NeedFacts, pack: Pack): Conflict[] {
  return [...noUsableWay(facts, pack), ...otherLanguage(facts), ...careWorkerFirst(facts, pack)];
}

/** How many hold the proposal; a point of contact is offered and may be declined. */
function blocking(found: readonly Conflict[]): number {
  return found.filter(({ code }) => code !== "point_of_contact").length;
}

/** In how many places nothing is left open to anybody beside another arrangement: not about needs, and as bad. */
function nothingOpen(facts: NeedFacts): number {
  return shutTogether({ ...facts, away: [] }, []).length;
}
