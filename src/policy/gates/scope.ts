/** 7.3, "tailored to deal with the individual circumstances": a service is the default, the whole council needs a reason. */
import type { Pack } from "../packs/pack.ts";
import { isSaid } from "../said.ts";
import type { GateFacts, GateResult } from "./gate.ts";

/** Asks why when any restriction reaches the whole organisation; blocks when one reaches no service at all. */
export function scope({ restrictions, scopeReason }: GateFacts, pack: Pack): GateResult {
  const gate = { gate: "scope", source: pack.checks.from ?? "CASEWORK section 2" } as const;
  if (restrictions.some((restriction) => restriction.scope !== "organisation" && restriction.scope.length === 0))
    return {
      code: "block",
      ...gate,
      because: "a restriction applies to no service",
      opens: "Choose the service it applies to.",
    };
  if (restrictions.every((restriction) => restriction.scope !== "organisation"))
    return { code: "pass", ...gate, words: "one service or more, not the whole organisation" };
  return isSaid(scopeReason)
    ? { code: "pass", ...gate, words: "a reason is given for the whole organisation" }
    : { code: "ask", ...gate, question: "Why the whole organisation, and not only the service it happened in?" };
}
