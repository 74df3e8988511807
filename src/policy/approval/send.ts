/** A proposal goes to the seniors, or goes to them again after it was returned or expired (CASEWORK section 4). */
import { holds } from "../gates/ask-gates.ts";
import type { GateResult } from "../gates/gate.ts";
import { isSaid } from "../said.ts";
import type { ProposalState } from "../vocabulary.ts";
import { mayMove } from "./moves.ts";
import type { ProposalRecord } from "./open-proposal.ts";

export type Sending = {
  readonly by: string;
  /** The version that the proposer read back. */
  readonly version: number;
  /** What they say to the questions with which it was returned; null when it was not, or nothing is said. */
  readonly answer: string | null;
};

export type Sent = {
  readonly code: "sent";
  readonly state: "submitted";
  /** Cards of an earlier version are refused from now on. */
  readonly version: number;
  /** A new round asks anew: what was decided in the last one does not count in this. */
  readonly decisions: readonly [];
};

export type NotSent =
  | { readonly code: "closed"; readonly state: ProposalState }
  | { readonly code: "not-yours"; readonly proposedBy: string }
  | { readonly code: "changed"; readonly version: number }
  /** Returned with questions that nobody has answered, by a word or by a change. */
  | { readonly code: "questions-open"; readonly questions: readonly string[] }
  | { readonly code: "gates"; readonly gates: readonly GateResult[] };

/** `returnedAt`: the version at which it was returned; null when it was not. */
export function sendProposal(
  proposal: ProposalRecord & { readonly returnedAt: number | null },
  sending: Sending,
  gates: readonly GateResult[],
): Sent | NotSent {
  const { state, version, proposedBy } = proposal;
  if (!mayMove(state, "submitted")) return { code: "closed", state };
  if (sending.by !== proposedBy) return { code: "not-yours", proposedBy };
  if (sending.version !== version) return { code: "changed", version };

  const questions = questionsOf(proposal);
  if (questions.length > 0 && version === proposal.returnedAt && !isSaid(sending.answer))
    return { code: "questions-open", questions };
  return gates.some(holds)
    ? { code: "gates", gates }
    : { code: "sent", state: "submitted", version: version + 1, decisions: [] };
}

function questionsOf({ state, decisions }: ProposalRecord): string[] {
  if (state !== "returned") return [];
  return decisions.flatMap(({ verdict, reason }) => (verdict === "return" && reason !== null ? [reason] : []));
}
