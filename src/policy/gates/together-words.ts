/** How it reads on a card that a proposal takes the last way only together with what was decided before. */
import { openWays } from "../arrangement/open-ways.ts";
import { CHANNEL_WORDS } from "../arrangement/plain-words.ts";
import { listOf, ukDate } from "../arrangement/uk-words.ts";
import type { Beside, ShutTogether } from "../needs/beside.ts";
import { localDate } from "../working-time/dates.ts";
import type { GateFacts } from "./gate.ts";

type Facts = Pick<GateFacts, "restrictions" | "awayWithoutDeputy" | "startsOn" | "calendar">;

/** Why it blocks, and what would open it: what is decided stays as it is, the proposal is what can be changed. */
export function togetherWords(shut: ShutTogether, facts: Facts): { readonly because: string; readonly opens: string } {
  const { service, beside, ways } = shut;
  const refs = listOf(beside.map(({ ref }) => ref));
  const reach = `${ways.length > 0 ? "no way they can use" : "no way"} to reach ${service || "us"}`;
  const { which, instead } = inTheWay(shut, facts);
  return {
    because: `together with ${refs}, ${which}, this leaves ${reach}`,
    opens: `${ways.length > 0 ? "Open a way that they can use" : instead}. ${apartInTime(beside, facts)}`,
  };
}

function inTheWay({ service, beside, left, ways }: ShutTogether, { restrictions, awayWithoutDeputy: away }: Facts) {
  const one = beside.length === 1;
  // A way that stays open in both, each through somebody else.
  if (ways.length === 0 && openWays(restrictions, service, away).some((way) => left.includes(way)))
    return {
      which: `which ${one ? "says" : "say"} whom they contact`,
      instead: "Name the same people, or leave another way open as well",
    };
  const words = left.map((way) => CHANNEL_WORDS[way]);
  return {
    which: `which ${one ? "leaves" : "leave"} only ${listOf(words, "or")}`,
    instead: `Leave at least one of these open as well: ${listOf(words, "or")}`,
  };
}

/** They do not meet if the proposal ends before the last of them begins, or begins when the first of them has ended. */
function apartInTime(beside: readonly Beside[], { startsOn, calendar: { timeZone } }: Facts): string {
  const day = (at: number) => localDate(new Date(at), timeZone);
  const begins = day(Math.max(...beside.map(({ from }) => from)));
  const ends = day(Math.min(...beside.map(({ until }) => until)));
  return startsOn !== null && begins > startsOn
    ? `Or end it on ${ukDate(begins)} or before.`
    : `Or start it on ${ukDate(ends)}, when that has ended.`;
}
