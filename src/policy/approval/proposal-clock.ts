/** When an open proposal is reminded of, asked of the next senior, and expires (CASEWORK section 4). */
import type { Pack } from "../packs/pack.ts";
import { addWorkingDaysOfTime } from "../working-time/add-working-time.ts";
import { type Holidays, workingClock } from "../working-time/working-clock.ts";

export type ProposalClock = { readonly remindAt: Date; readonly escalateAt: Date; readonly expireAt: Date };

/** Whether this bypass reason puts the proposal on the short road, where clocks run day and night (CASEWORK section 3). */
export function onShortRoad(bypass: string | null, pack: Pack): boolean {
  return pack.bypass.value.some(({ code, shortRoad }) => code === bypass && shortRoad);
}

/**
 * The three instants, counted from when it was sent. On the short road the same number of working hours passes without
 * a stop: one day of 9am to 5pm is eight hours.
 */
export function proposalClock(
  { submittedAt, bypass }: { readonly submittedAt: Date; readonly bypass: string | null },
  pack: Pack,
  holidays: Holidays,
): ProposalClock {
  const clock = workingClock(pack, holidays, onShortRoad(bypass, pack));
  const after = (days: number) => addWorkingDaysOfTime(submittedAt, days, clock);
  const { remindWorkingDays, escalateWorkingDays, expireWorkingDays } = pack.openProposal;
  return {
    remindAt: after(remindWorkingDays.value),
    escalateAt: after(escalateWorkingDays.value),
    expireAt: after(expireWorkingDays.value),
  };
}
