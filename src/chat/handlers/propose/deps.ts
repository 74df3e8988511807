/** What the four steps of a proposal share: the use cases behind them, and what is said when a proposal is out of reach. */
import type { Actor } from "../../../usecases/context.ts";
import type { AnswerGates, AnswerOutcome } from "../../../usecases/propose/answer-gates.ts";
import type { DetailOutcome, DetailProposal, ProposalGone } from "../../../usecases/propose/detail-proposal.ts";
import type { PreparedDetails, PreparedEdit, PreparedStart } from "../../../usecases/propose/prepare-proposal.ts";
import type { StartOutcome, StartProposal } from "../../../usecases/propose/start-proposal.ts";
import type { SubmitOutcome, SubmitProposal } from "../../../usecases/propose/submit-proposal.ts";
import type { Answer } from "../../desk.ts";
import { refused, refusedAs } from "../handler.ts";

export type ProposeDeps = {
  readonly prepareStart: (command: { actor: Actor; incident: string }) => Promise<PreparedStart>;
  readonly prepareEdit: (command: { actor: Actor; proposal: string }) => Promise<PreparedEdit>;
  readonly startProposal: (command: StartProposal) => Promise<StartOutcome>;
  readonly prepareDetails: (command: { actor: Actor; proposal: string }) => Promise<PreparedDetails>;
  readonly detailProposal: (command: DetailProposal) => Promise<DetailOutcome>;
  readonly answerGates: (command: AnswerGates) => Promise<AnswerOutcome>;
  readonly submitProposal: (command: SubmitProposal) => Promise<SubmitOutcome>;
};

export type ReadyDetails = Extract<PreparedDetails, { code: "ready" }>;

/** Why a proposal cannot be changed by this person now. */
export function gone(refusal: ProposalGone): Answer {
  return refusal.code === "not-editable" ? refused({ code: "no-longer-open" }) : refusedAs(refusal.code);
}
