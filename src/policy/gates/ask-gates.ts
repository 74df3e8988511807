/** All gates that a pack asks, in the pack's order. */
import type { Pack } from "../packs/pack.ts";
import type { GateName } from "../vocabulary.ts";
import { approvers } from "./approvers.ts";
import { dated } from "./dated.ts";
import type { Gate, GateFacts, GateResult } from "./gate.ts";
import { linked } from "./linked.ts";
import { scope } from "./scope.ts";
import { warned } from "./warned.ts";
import { wayLeftOpen } from "./way-left-open.ts";

const GATE_BY_NAME: Readonly<Record<GateName, Gate>> = {
  warned,
  linked,
  dated,
  scope,
  way_left_open: wayLeftOpen,
  approvers,
};

/** One result for each gate of the pack; `today` is an ISO date (CASEWORK section 2). */
export function askGates(facts: GateFacts, pack: Pack, today: string): GateResult[] {
  return pack.gates.value.map((name) => GATE_BY_NAME[name](facts, pack, today));
}

/** Whether the proposal may go to the approvers: no gate blocks, and none waits for an answer. */
export function mayGoOut(results: readonly GateResult[]): boolean {
  return results.every(({ code }) => code === "pass");
}
