/** "is unable to read or write to a standard where he/she may therefore be denied legitimate access to a service" */
import { openWays, servicesApart } from "../arrangement/open-ways.ts";
import { CHANNEL_WORDS } from "../arrangement/plain-words.ts";
import { listOf } from "../arrangement/uk-words.ts";
import type { Pack } from "../packs/pack.ts";
import type { Channel, Need } from "../vocabulary.ts";
import { shutTogether } from "./beside.ts";
import { type Conflict, type NeedFacts, unmetNeeds } from "./need-facts.ts";
import { NEED_WORDS } from "./need-words.ts";
import { collectionPoint, throughAnOfficer } from "./usable-way-offers.ts";
import { needsAgainst, takesAWay, waysToOffer } from "./usable-ways.ts";

/** One conflict when some service has ways open and the customer can use none of them. */
export function noUsableWay(facts: NeedFacts, pack: Pack): Conflict[] {
  const unmet = unmetNeeds(facts);
  const banned = facts.restrictions.some(({ kind }) => kind === "all_contact");
  if (banned && facts.openWayBy === null && unmet.some(takesAWay)) return [waySaysNothing(unmet)];

  // Nothing open to anybody is not about needs: the gate for a way left open says so.
  const services = servicesApart(facts.restrictions).filter((service) => {
    const ways = waysWith(facts, service);
    return ways.length > 0 && needsAgainst(ways, unmet).length > 0;
  });
  return [...(services.length === 0 ? [] : [conflictIn(facts, pack, services)]), ...withOthers(facts, pack)];
}

/** One conflict when the last way that they can use is shut only together with another arrangement. */
function withOthers(facts: NeedFacts, pack: Pack): Conflict[] {
  const unmet = unmetNeeds(facts);
  const shut = shutTogether({ ...facts, away: [] }, unmet).filter(({ ways }) => ways.length > 0);
  const [first] = shut;
  if (first === undefined) return [];
  const needs = needsAgainst(first.ways, unmet);
  const channels = waysToOffer(unmet, first.usable);
  const services = [...new Set(shut.map(({ service }) => service))];
  const refs = listOf(first.beside.map(({ ref }) => ref));
  return [
    {
      code: "no_usable_way",
      needs,
      because: `the customer ${inWords(needs)}, and together with ${refs} only this is open: ${named(first.ways)}`,
      opens: `Open a way that they can use: ${named(first.usable)}.`,
      offers: [...collectionPoint(facts, needs), ...throughAnOfficer(facts, pack, { channels, services })],
    },
  ];
}

function conflictIn(facts: NeedFacts, pack: Pack, services: readonly (string | null)[]): Conflict {
  const unmet = unmetNeeds(facts);
  const ways = services.slice(0, 1).flatMap((service) => waysWith(facts, service));
  const needs = needsAgainst(ways, unmet);
  const channels = waysToOffer(unmet);
  return {
    code: "no_usable_way",
    needs,
    because: `the customer ${inWords(needs)}, and only this is open: ${named(ways)}`,
    opens: opensWith(channels),
    offers: [...collectionPoint(facts, needs), ...throughAnOfficer(facts, pack, { channels, services })],
  };
}

/** Under `all_contact` it is not said by which channel the way left open works. */
function waySaysNothing(unmet: readonly Need[]): Conflict {
  const needs = unmet.filter(takesAWay);
  const because = `the customer ${inWords(needs)}, and it is not said how the way left open works`;
  return { code: "no_usable_way", needs, because, opens: opensWith(waysToOffer(unmet)), offers: [] };
}

function opensWith(channels: readonly Channel[]): string {
  return channels.length === 0
    ? "Name somebody who acts for the customer."
    : `Open a way that they can use: ${named(channels)}.`;
}

/** Under `all_contact` the one way that stays is the one that is named. */
function waysWith({ restrictions, openWayBy }: NeedFacts, service: string | null): Channel[] {
  if (restrictions.every(({ kind }) => kind !== "all_contact")) return openWays(restrictions, service, []);
  return openWayBy === null ? [] : [openWayBy];
}

const inWords = (needs: readonly Need[]): string => listOf(needs.map((need) => NEED_WORDS[need]));

function named(ways: readonly Channel[]): string {
  const words = ways.map((way) => CHANNEL_WORDS[way]);
  return listOf(words, "or");
}
