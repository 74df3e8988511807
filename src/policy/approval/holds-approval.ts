/** What a proposal rests on can change while it waits; the gates are asked again when Approve is pressed (CASEWORK section 2). */
import { type Holding, holds } from "../gates/ask-gates.ts";
import type { GateResult } from "../gates/gate.ts";

/** An approval that is not counted; the proposal stays open, to be returned, rejected or withdrawn. */
export type Held = { readonly code: "held"; readonly gates: readonly Holding[] };

/** The gates that nobody could approve past at this moment; none, and it can be approved. */
export function holdsApproval(gates: readonly GateResult[]): readonly Holding[] {
  return askedAgain(gates).filter(holds);
}

/**
 * What still counts of the gates while senior staff have it. One rule for all of them but `approvers`: that enough may
 * decide is counted press by press, and whoever approved counts after they have left.
 */
export function askedAgain(gates: readonly GateResult[]): readonly GateResult[] {
  return gates.filter(({ gate }) => gate !== "approvers");
}
