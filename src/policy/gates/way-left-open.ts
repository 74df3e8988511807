/** DESIGN section 7 and CASEWORK section 2: every arrangement leaves at least one way to reach an essential service. */

import { openWays, servicesApart } from "../arrangement/open-ways.ts";
import { CHANNEL_WORDS } from "../arrangement/plain-words.ts";
import { listOf } from "../arrangement/uk-words.ts";
import { type GateFacts, type GateResult, isSaid } from "./gate.ts";

const GATE = { gate: "way_left_open", source: "CASEWORK section 2" } as const;

/** Computes the ways that stay open, service by service; `all_contact` passes only with a named way. */
export function wayLeftOpen(facts: GateFacts): GateResult {
  const { restrictions, openWay, awayWithoutDeputy } = facts;
  if (restrictions.some(({ kind }) => kind === "all_contact")) return namedWay(openWay);

  const services = servicesApart(restrictions);
  const shutService = services.find((service) => openWays(restrictions, service, awayWithoutDeputy).length === 0);
  if (shutService === undefined) return openFor(facts, services);

  const whenBack = openWays(restrictions, shutService, []);
  return whenBack.length > 0
    ? {
        code: "block",
        ...GATE,
        because: "the named officer is away and has no deputy",
        opens: "Name a deputy, or another officer.",
      }
    : {
        code: "block",
        ...GATE,
        because: `together they leave the customer no way to reach ${shutService ?? "us"}`,
        opens:
          "Leave at least one of these open to the customer: phone, email, letter, visit, web form or text message.",
      };
}

function namedWay(openWay: string | null): GateResult {
  return isSaid(openWay)
    ? { code: "pass", ...GATE, words: "a way left open is named" }
    : {
        code: "block",
        ...GATE,
        because: "no contact at all is left",
        opens:
          "Name the way that stays open for protected contact and essential services: an address or a representative, and who reads it.",
      };
}

/** Only what is open with every service is worth naming. */
function openFor({ restrictions, awayWithoutDeputy }: GateFacts, services: readonly (string | null)[]): GateResult {
  const [first, ...others] = services.map((service) => openWays(restrictions, service, awayWithoutDeputy));
  const everywhere = (first ?? []).filter((way) => others.every((ways) => ways.includes(way)));
  const named =
    everywhere.length === 0
      ? ""
      : `: ${listOf(
          everywhere.map((way) => CHANNEL_WORDS[way]),
          "or",
        )}`;
  return { code: "pass", ...GATE, words: `a way left open${named}` };
}
