/** What can be offered to somebody who can use none of the ways left open, from what is on record. */
import { servicesApart } from "../arrangement/open-ways.ts";
import { CHANNEL_WORDS } from "../arrangement/plain-words.ts";
import { listOf } from "../arrangement/uk-words.ts";
import type { Pack } from "../packs/pack.ts";
import type { Restriction } from "../restrictions/restriction.ts";
import type { Channel, Need } from "../vocabulary.ts";
import { restrictionsIn, shutTogether } from "./beside.ts";
import { type NeedFacts, pointsOf, unmetNeeds } from "./need-facts.ts";
import type { Offer } from "./offer.ts";
import { clauseOf, openThrough } from "./point-of-contact.ts";
import { needsAgainst, usableWays } from "./usable-ways.ts";

/** Letters can be collected: no use to somebody who cannot read them. */
export function collectionPoint(facts: NeedFacts, against: readonly Need[]): Offer[] {
  const place = facts.support.collectionPoint;
  const others = unmetNeeds(facts).filter((need) => need !== "no_fixed_address");
  if (place === null || !against.includes("no_fixed_address") || needsAgainst(["letter"], others).length > 0) return [];
  const provision = { kind: "collection_point", detail: place } as const;
  return [{ code: "provision", words: `letters collected at ${place}`, provision }];
}

/** Through whoever is the point of contact already, else through the officer on offer. */
export function throughAnOfficer(
  facts: NeedFacts,
  pack: Pack,
  { channels, services }: { channels: readonly Channel[]; services: readonly (string | null)[] },
): Offer[] {
  const { restrictions, beside, support } = facts;
  const clause = clauseOf(pack);
  if (channels.length === 0 || clause === undefined) return [];
  const points = [
    ...pointsOf(restrictions),
    ...pointsOf(restrictionsIn(beside)),
    ...(support.point ? [support.point] : []),
  ];
  const ways = channels.map((channel) => CHANNEL_WORDS[channel]);
  for (const point of points) {
    const changed = openThrough(restrictions, point, { channels, services, clause });
    if (changed && isUsable(changed, facts))
      return [{ code: "restrictions", words: `a named officer by ${listOf(ways, "or")}`, restrictions: changed }];
  }
  return [];
}

/** Whether every service then has a way that the customer can use, also beside what else holds; under `all_contact` none has. */
function isUsable(restrictions: readonly Restriction[], facts: NeedFacts): boolean {
  const unmet = unmetNeeds(facts);
  const isOpen = (service: string | null) => usableWays({ restrictions, service, away: [] }, unmet).length > 0;
  return (
    servicesApart(restrictions).every(isOpen) && shutTogether({ ...facts, restrictions, away: [] }, unmet).length === 0
  );
}
