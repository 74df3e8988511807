/** Until when an appeal is in time. */
import type { Pack } from "../packs/pack.ts";
import { addWorkingDays } from "./dates.ts";
import type { WorkingClock } from "./working-clock.ts";

/** The date on which a letter of this date counts as received: the pack's deemed working days later. */
export function deemedReceipt(letterDate: string, pack: Pack, clock: WorkingClock): string {
  return addWorkingDays(letterDate, pack.deemedReceiptWorkingDays.value, clock);
}

/** The last date for an appeal; the clock starts where the pack says, at the letter's date or at its receipt (CASEWORK section 5). */
export function appealBy(letterDate: string, pack: Pack, clock: WorkingClock): string {
  const start = pack.appeal.clockStarts.value === "receipt" ? deemedReceipt(letterDate, pack, clock) : letterDate;
  return addWorkingDays(start, pack.appeal.lodgeWorkingDays.value, clock);
}
