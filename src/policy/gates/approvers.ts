/** CASEWORK section 4: enough eligible people have to be there before they are asked. */
import { DECIDERS_WORDS, ROLE_WORDS } from "../arrangement/plain-words.ts";
import { counted } from "../arrangement/uk-words.ts";
import type { GateFacts, GateResult } from "./gate.ts";

/** Blocks when fewer people may decide than have to approve. */
export function approvers({ eligibleApprovers, quorum, approverRole }: GateFacts): GateResult {
  const gate = { gate: "approvers", source: "CASEWORK section 4" } as const;
  return eligibleApprovers >= quorum
    ? { code: "pass", ...gate, words: "enough people may decide" }
    : {
        code: "block",
        ...gate,
        because: `${counted(quorum, ROLE_WORDS[approverRole])} must approve and ${eligibleApprovers} may`,
        opens: `Ask an administrator to link more ${DECIDERS_WORDS[approverRole]}, or to record who stands in for those away.`,
      };
}
