/** When an open proposal is reminded of, asked of the next senior, and expires (CASEWORK section 4). */
import { onShortRoad } from "../ladder/bypass.ts";
import type { Pack } from "../packs/pack.ts";
import { addWorkingDaysOfTime } from "../working-time/add-working-time.ts";
import { type Holidays, workingClock } from "../working-time/working-clock.ts";

export type ProposalClock = { readonly remindAt: Date; readonly escalateAt: Date; readonly expireAt: Date };

/**
 * The three instants, counted from when it was sent. On the short road, where the pack lets clocks run day and night, the
 * same number of working hours passes without a stop: one day of 9am to 5pm is eight hours.
 */
export function proposalClock(
  { submittedAt, bypass }: { readonly submittedAt: Date; readonly bypass: string | null },
  pack: Pack,
  holidays: Holidays,
): ProposalClock {
  const dayAndNight = onShortRoad(bypass, pack) && pack.shortRoad.clocks.value === "day_and_night";
  const clock = workingClock(pack, holidays, dayAndNight);
  const after = (days: number) => addWorkingDaysOfTime(submittedAt, days, clock);
  const { remindWorkingDays, escalateWorkingDays, expireWorkingDays } = pack.openProposal;
  return {
    remindAt: after(remindWorkingDays.value),
    escalateAt: after(escalateWorkingDays.value),
    expireAt: after(expireWorkingDays.value),
  };
}
