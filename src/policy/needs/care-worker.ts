/** "that customer's social or care worker may be an appropriate point of contact" */
import { openWays, servicesApart } from "../arrangement/open-ways.ts";
import type { Pack } from "../packs/pack.ts";
import type { Restriction } from "../restrictions/restriction.ts";
import { isSaid } from "../said.ts";
import { restrictionsIn } from "./beside.ts";
import { type Conflict, type NeedFacts, pointsOf, unmetNeeds } from "./need-facts.ts";
import type { Offer } from "./offer.ts";
import { clauseOf, openThrough } from "./point-of-contact.ts";
import { waysToOffer } from "./usable-ways.ts";

/** Offered where the pack's needs are on record and the ways are narrowed; it may be declined, with a reason. */
export function careWorkerFirst(facts: NeedFacts, pack: Pack): Conflict[] {
  const { restrictions, beside, support } = facts;
  const needs = needsThatAsk(facts, pack);
  const asPoint = pointsOf([...restrictions, ...restrictionsIn(beside)]).some(
    ({ officer }) => officer === support.careWorker,
  );
  if (needs.length === 0 || isSaid(facts.careWorkerDeclined) || asPoint) return [];

  const offers = support.careWorker === null ? [] : throughCareWorker(facts, pack, support.careWorker);
  // Where every way is open to everybody there is no contact to route.
  const narrowed = pointsOf(restrictions).length > 0 || shutServices(facts).length > 0;
  if (offers.length === 0 && (support.careWorker !== null || !narrowed)) return [];
  return [
    {
      code: "point_of_contact",
      needs,
      because: "the customer’s care or social worker may be the right point of contact",
      opens:
        support.careWorker === null
          ? "Ask Social Work who that is, or say why not."
          : "Make them the point of contact, or say why not.",
      offers,
    },
  ];
}

function needsThatAsk({ needs, knownToSocialWork }: NeedFacts, pack: Pack) {
  const asked = pack.pointOfContact.careWorker.value;
  if (asked === null || (asked.onlyWhenKnownToSocialWork && !knownToSocialWork)) return [];
  return needs.filter((need) => asked.needs.includes(need));
}

function throughCareWorker(facts: NeedFacts, pack: Pack, careWorker: string): Offer[] {
  const { restrictions } = facts;
  const changed =
    pointsOf(restrictions).length > 0 ? inPlaceOfOfficer(restrictions, careWorker) : opened(facts, pack, careWorker);
  const words = "the customer’s care or social worker as the point of contact";
  return changed ? [{ code: "restrictions", words, restrictions: changed }] : [];
}

/** The officer stays as the one who stands in. */
function inPlaceOfOfficer(restrictions: readonly Restriction[], careWorker: string): Restriction[] {
  return restrictions.map((one) => {
    if (one.kind !== "named_officer") return one;
    const { officer, deputy } = one.parameters;
    return { ...one, parameters: { ...one.parameters, officer: careWorker, deputy: deputy ?? officer } };
  });
}

function opened(facts: NeedFacts, pack: Pack, officer: string): Restriction[] | undefined {
  const channels = waysToOffer(unmetNeeds(facts));
  const services = shutServices(facts);
  const clause = clauseOf(pack);
  if (clause === undefined || services.length === 0) return undefined;
  return openThrough(facts.restrictions, { officer }, { channels, services, clause });
}

/** Where a way that the customer could use is shut. A ban on all contact names its own way. */
function shutServices(facts: NeedFacts): (string | null)[] {
  if (facts.restrictions.some(({ kind }) => kind === "all_contact")) return [];
  const channels = waysToOffer(unmetNeeds(facts));
  return servicesApart(facts.restrictions).filter((service) => {
    const open = openWays(facts.restrictions, service, []);
    return channels.some((channel) => !open.includes(channel));
  });
}
