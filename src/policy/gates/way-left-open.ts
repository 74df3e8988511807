/**
 * DESIGN section 7 and CASEWORK section 2: every arrangement leaves at least one way to reach an essential service.
 * Protected contact and emergencies are let through on every channel by screening, and the letter says so; only a ban
 * on all contact has to name the way by which they come.
 */
import { bearsOnService } from "../arrangement/access.ts";
import { openWays, servicesApart } from "../arrangement/open-ways.ts";
import { CHANNEL_WORDS } from "../arrangement/plain-words.ts";
import { listOf } from "../arrangement/uk-words.ts";
import { openWithOthers, shutTogether } from "../needs/beside.ts";
import { pointsOf, readersOf, unmetNeeds } from "../needs/need-facts.ts";
import { canUse, usableWays } from "../needs/usable-ways.ts";
import { isSaid } from "../said.ts";
import type { Channel } from "../vocabulary.ts";
import type { GateFacts, GateResult } from "./gate.ts";
import { togetherWords } from "./together-words.ts";

const GATE = { gate: "way_left_open", source: "CASEWORK section 2" } as const;

/**
 * Computes the ways that stay open and that the customer can use, service by service; also together with what else is in
 * force for the customer, or will be, at the same time. Whoever reads about a closed topic is asked after like whoever
 * answers.
 */
export function wayLeftOpen(facts: GateFacts): GateResult {
  return nobodyReads(facts) ?? waysLeft(facts);
}

function waysLeft(facts: GateFacts): GateResult {
  const { restrictions, awayWithoutDeputy } = facts;
  if (restrictions.some(({ kind }) => kind === "all_contact")) return namedWay(facts);

  const services = servicesApart(restrictions);
  const shutService = services.find((service) => usable(facts, service, awayWithoutDeputy).length === 0);
  if (shutService === undefined) return shutWithOthers(facts) ?? openFor(facts, services);

  if (usable(facts, shutService, []).length > 0) return nobodyAnswers(facts, shutService);
  const reach = `to reach ${shutService ?? "us"}`;
  return openWays(restrictions, shutService, []).length > 0
    ? block(`this leaves no way they can use ${reach}`, "Open a way that they can use.")
    : block(
        `this leaves no way ${reach}`,
        "Leave at least one of these open to the customer: phone, email, letter, visit, web form or text message.",
      );
}

function shutWithOthers(facts: GateFacts): GateResult | undefined {
  const [shut] = shutTogether({ ...facts, away: facts.awayWithoutDeputy }, unmetNeeds(facts));
  if (shut === undefined) return undefined;
  const { because, opens } = togetherWords(shut, facts);
  return block(because, opens);
}

function block(because: string, opens: string): GateResult {
  return { code: "block", ...GATE, because, opens };
}

/** The way is through named people, and nobody answers for them: away, or gone for good. */
function nobodyAnswers({ restrictions, awayWithoutDeputy, haveLeft }: GateFacts, service: string | null): GateResult {
  const named = pointsOf(restrictions.filter((restriction) => bearsOnService(restriction, service)));
  const missing = [...new Set(named.map(({ officer }) => officer))].filter((one) => awayWithoutDeputy.includes(one));
  const left = missing.filter((officer) => haveLeft.includes(officer));
  if (left.length > 0 && left.length < missing.length)
    return block("the named officers are away or have left, without deputies", "Name deputies, or other officers.");
  const gone = left.length > 0;
  if (missing.length > 1) {
    const where = gone ? "have left the council" : "are away";
    return block(`the named officers ${where} and have no deputies`, "Name deputies, or other officers.");
  }
  const where = gone ? "has left the council" : "is away";
  return block(`the named officer ${where} and has no deputy`, "Name a deputy, or another officer.");
}

function usable(facts: GateFacts, service: string | null, away: readonly string[]): Channel[] {
  return usableWays({ restrictions: facts.restrictions, service, away }, unmetNeeds(facts));
}

/** 7.3.7, "a designated member of staff should be identified who will read future correspondence": one who is there. */
function nobodyReads({ restrictions, awayWithoutDeputy, haveLeft }: GateFacts): GateResult | undefined {
  const reader = readersOf(restrictions).find((one) => awayWithoutDeputy.includes(one));
  if (reader === undefined) return undefined;
  const where = haveLeft.includes(reader) ? "has left the council" : "is away";
  return block(
    `whoever reads about the closed topic ${where} and has no deputy`,
    "Name another reader, or ask an administrator to record a deputy who is here.",
  );
}

const ANOTHER_READER = "Name another reader, or the register team.";

function namedWay({ openWay, openWayBy, openWayReader, ...facts }: GateFacts): GateResult {
  if (!isSaid(openWay))
    return block(
      "no contact at all is left",
      "Name the way that stays open for protected contact and essential services: an address or a representative, and who reads it.",
    );
  if (openWayReader !== null && facts.haveLeft.includes(openWayReader))
    return block("whoever reads what comes by it has left the council", ANOTHER_READER);
  if (openWayReader !== null && facts.awayWithoutDeputy.includes(openWayReader))
    return block("whoever reads what comes by it is away and has no deputy", ANOTHER_READER);
  return openWayBy === null || canUse(openWayBy, unmetNeeds(facts))
    ? { code: "pass", ...GATE, words: "a way left open is named" }
    : block("the customer cannot use the way that is named", "Name a way that they can use.");
}

/** Only what is open with every service, and at all times, is worth naming. */
function openFor(facts: GateFacts, services: readonly (string | null)[]): GateResult {
  const away = facts.awayWithoutDeputy;
  const [first, ...others] = [
    ...services.map((service) => usable(facts, service, away)),
    ...openWithOthers({ ...facts, away }),
  ];
  const everywhere = (first ?? []).filter((way) => others.every((ways) => ways.includes(way)));
  const ways = everywhere.map((way) => CHANNEL_WORDS[way]);
  const named = ways.length === 0 ? "" : `: ${listOf(ways, "or")}`;
  return { code: "pass", ...GATE, words: `a way left open${named}` };
}
