/** "a warning letter is not necessary": the reasons of a pack for going without the earlier steps (CASEWORK section 3). */
import type { Pack, PackBypass } from "../packs/pack.ts";
import type { IncidentFact } from "./continued.ts";

/** The pack's own bypass reason with this code; `undefined` when the pack gives no such reason, or none was chosen. */
export function bypassOf(code: string | null, pack: Pack): PackBypass | undefined {
  return pack.bypass.value.find((offered) => offered.code === code);
}

/** Whether this bypass reason puts the proposal on the short road, where clocks run day and night. */
export function onShortRoad(code: string | null, pack: Pack): boolean {
  return bypassOf(code, pack)?.shortRoad ?? false;
}

/**
 * Whether a bypass rests on words that somebody has to write down: the pack asks a senior for them, or no report
 * records the fact (a ticked box is not a pass).
 */
export function restsOnWords({ code, reasonBy }: PackBypass, incidents: readonly IncidentFact[]): boolean {
  const onRecord = code === "serious_threat" && incidents.some(({ seriousThreat }) => seriousThreat);
  return reasonBy !== null || !onRecord;
}
