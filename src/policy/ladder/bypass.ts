/** "a warning letter is not necessary": the reasons of a pack for going without the earlier steps (CASEWORK section 3). */
import { ROLE_WORDS } from "../arrangement/plain-words.ts";
import { withArticle } from "../arrangement/uk-words.ts";
import type { Pack, PackBypass } from "../packs/pack.ts";
import type { DecidingRole } from "../vocabulary.ts";
import type { IncidentFact } from "./continued.ts";

/** The pack's own bypass reason with this code; `undefined` when the pack gives no such reason, or none was chosen. */
export function bypassOf(code: string | null, pack: Pack): PackBypass | undefined {
  return pack.bypass.value.find((offered) => offered.code === code);
}

/** Whether this bypass reason puts the proposal on the short road, where clocks run day and night. */
export function onShortRoad(code: string | null, pack: Pack): boolean {
  return bypassOf(code, pack)?.shortRoad ?? false;
}

/** Whose written reason this bypass takes: they approve the proposal, in writing. `null`: nobody's. */
export function writtenReasonBy(code: string | null, pack: Pack): DecidingRole | null {
  return bypassOf(code, pack)?.reasonBy ?? null;
}

/** "the written reason of a senior officer". */
export const writtenReason = (reasonBy: DecidingRole): string =>
  `the written reason of ${withArticle(ROLE_WORDS[reasonBy])}`;

/** "somebody was harmed (an executive writes why)"; the words alone where the fact is enough. */
export function bypassWords({ words, reasonBy }: PackBypass): string {
  return reasonBy === null ? words : `${words} (${withArticle(ROLE_WORDS[reasonBy])} writes why)`;
}

/**
 * Whether a bypass rests on words that somebody has to write down: the pack asks a senior for them, or no report
 * records the fact (a ticked box is not a pass).
 */
export function restsOnWords({ code, reasonBy }: PackBypass, incidents: readonly IncidentFact[]): boolean {
  const onRecord = code === "serious_threat" && incidents.some(({ seriousThreat }) => seriousThreat);
  return reasonBy !== null || !onRecord;
}
