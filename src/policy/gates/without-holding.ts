/** On the short road "the social work and adjustments questions go out but do not hold the decision" (CASEWORK section 3). */
import { onShortRoad } from "../ladder/bypass.ts";
import type { Pack } from "../packs/pack.ts";
import type { GateName } from "../vocabulary.ts";
import type { GateFacts, GateResult } from "./gate.ts";
import { MISSING_WORDS } from "./gate-words.ts";

type Waiting = Extract<GateResult, { code: "ask" | "block" }>;

/** The result as it is; `open` where the pack lets the short road go on while the question waits. */
export function withoutHolding({ bypass }: GateFacts, pack: Pack, waiting: Waiting): GateResult {
  const { gate, source } = waiting;
  if (!goesOnWithout(gate, bypass?.code ?? null, pack)) return waiting;
  const words = waiting.code === "ask" ? MISSING_WORDS[gate] : waiting.because;
  return { code: "open", gate, source, words };
}

/** Whether a decision with this bypass reason, or none, goes on while the question of that gate waits. */
export function goesOnWithout(gate: GateName, bypass: string | null, pack: Pack): boolean {
  return onShortRoad(bypass, pack) && pack.shortRoad.asksWithoutHolding.value.includes(gate);
}
