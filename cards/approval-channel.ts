/**
 * To the senior staff's channel: a proposal waits, or what became of it (CASEWORK section 4). Masked: reference, service,
 * counts, dates, and who decided in the end. Whoever was asked decides on their own card, so there is nothing to press.
 */
import { type ApprovalState, becameOf, type ClosedState, soFar } from "./approval-request.ts";
import { line } from "./blocks.ts";
import { type Moment, momentInWords } from "./dates.ts";
import type { Block, Card } from "./model.ts";

export type ApprovalChannelFacts = {
  readonly ref: string;
  readonly service: string;
  readonly approvals: number;
  /** How many must approve. */
  readonly quorum: number;
  /** When it expires; null once it does not wait any more. */
  readonly waitsUntil: Moment | null;
  readonly state: Extract<ApprovalState, { readonly code: "open" }> | ClosedState;
};

export function approvalChannel(facts: ApprovalChannelFacts): Card {
  const { ref, service, state } = facts;
  const waits = state.code === "open";
  return {
    title: waits ? `A proposal waits for senior staff (${ref})` : `A proposal to senior staff (${ref})`,
    notification: waits ? "A proposal waits for senior staff." : `Proposal ${ref} is decided or closed.`,
    body: state.code === "open" ? open(facts) : [line(`${service} · `, ...becameOf(state))],
    buttons: [],
  };
}

function open({ service, approvals, quorum, waitsUntil }: ApprovalChannelFacts): Block[] {
  return [
    line(`${service} · ${soFar(approvals, quorum)}`),
    ...(waitsUntil ? [line(`It waits until ${momentInWords(waitsUntil)}.`)] : []),
    line("Each senior asked has a card in a direct message and decides there. There is nothing to press here."),
  ];
}
