/** CASEWORK section 2: a restriction rests on what happened. */
import type { GateFacts, GateResult } from "./gate.ts";

/** Blocks when nothing is restricted, or when no incident explains it. */
export function linked({ restrictions, incidents }: GateFacts): GateResult {
  const gate = { gate: "linked", source: "CASEWORK section 2" } as const;
  if (restrictions.length === 0)
    return { code: "block", ...gate, because: "no restriction is chosen", opens: "Choose at least one restriction." };
  return incidents.length > 0
    ? { code: "pass", ...gate, words: "linked to what happened" }
    : { code: "block", ...gate, because: "no incident explains it", opens: "Link at least one reported incident." };
}
