/** Which ways to reach the organisation a customer can use (CASEWORK section 2; "is unable to read or write"). */
import { openWays } from "../arrangement/open-ways.ts";
import type { Restriction } from "../restrictions/restriction.ts";
import type { Channel, Need } from "../vocabulary.ts";

const WRITING: readonly Channel[] = ["email", "letter", "web_form", "text_message"];

/** What somebody with this need cannot use by themselves. An interpreter or a care worker takes no way away. */
const CANNOT_USE: Readonly<Record<Need, readonly Channel[]>> = {
  cannot_read_or_write: WRITING,
  sight: WRITING,
  cannot_use_phone: ["phone"],
  hearing: ["phone"],
  mobility: ["visit"],
  no_fixed_address: ["letter"],
  interpreter: [],
  mental_health: [],
};

/** Whether the need rules out any way at all. */
export function takesAWay(need: Need): boolean {
  return CANNOT_USE[need].length > 0;
}

/** Whether a customer with all these needs can use this way. */
export function canUse(channel: Channel, needs: readonly Need[]): boolean {
  return needs.every((need) => !CANNOT_USE[need].includes(channel));
}

/** The ways open with one service that the customer can use as well. `away`: named officers away without a deputy. */
export function usableWays(
  {
    restrictions,
    service,
    away,
  }: {
    readonly restrictions: readonly Restriction[];
    readonly service: string | null;
    readonly away: readonly string[];
  },
  needs: readonly Need[],
): Channel[] {
  return openWays(restrictions, service, away).filter((channel) => canUse(channel, needs));
}

/** The needs that, alone or together, rule out every one of these ways; the customer's others play no part. */
export function needsAgainst(ways: readonly Channel[], needs: readonly Need[]): Need[] {
  if (ways.some((way) => canUse(way, needs))) return [];
  const alone = needs.filter((need) => !ways.some((way) => canUse(way, [need])));
  return alone.length > 0 ? alone : needs.filter((need) => ways.some((way) => CANNOT_USE[need].includes(way)));
}

/**
 * What to open for somebody with these needs, the first that they can use: calls, then messages, then visits.
 * @param among the ways that may be opened, where not all of them may
 */
export function waysToOffer(needs: readonly Need[], among?: readonly Channel[]): Channel[] {
  const choices: readonly (readonly Channel[])[] = [["phone"], ["email", "text_message"], ["visit"]];
  return [
    ...(choices.find((choice) => choice.every((way) => canUse(way, needs) && (among?.includes(way) ?? true))) ?? []),
  ];
}
