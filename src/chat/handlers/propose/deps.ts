/** What the four steps of a proposal share: the use cases behind them, and what is said when a proposal is out of reach. */
import type { TakeRefusal } from "../../../policy/ladder/may-take.ts";
import type { Actor } from "../../../usecases/context.ts";
import type { AnswerGates, AnswerOutcome } from "../../../usecases/propose/answer-gates.ts";
import type { DetailOutcome, DetailProposal } from "../../../usecases/propose/detail-proposal.ts";
import type { PreparedDetails, PreparedEdit, PreparedStart } from "../../../usecases/propose/prepare-proposal.ts";
import type { ProposalGone } from "../../../usecases/propose/refuse-proposer.ts";
import type { StartOutcome, StartProposal } from "../../../usecases/propose/start-proposal.ts";
import type { SubmitOutcome, SubmitProposal } from "../../../usecases/propose/submit-proposal.ts";
import type { TriageRefusal } from "../../../usecases/triage.ts";
import type { Answer } from "../../desk.ts";
import { refused, refusedAs } from "../handler.ts";
import { AT_WORK, triageRefused, whoMayTake } from "../triage.ts";

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

/** Why a proposal does not begin from this report, or does not go on. */
export function proposalRefused(refusal: ProposalGone | TriageRefusal | TakeRefusal, actor: Actor): Answer {
  switch (refusal.code) {
    case "already-triaged":
    case "not-in-policy":
    case "role-too-low":
      return triageRefused(refusal, actor);
    case "unknown-target":
    case "not-yours":
    case "not-editable":
    case "not-present":
    case "may-not-propose":
      return gone(refusal);
  }
}

/** Why a proposal cannot be changed by this person now. */
export function gone(refusal: ProposalGone): Answer {
  switch (refusal.code) {
    case "not-editable":
      return refused({ code: "no-longer-open" });
    case "may-not-propose":
      return refused({ code: refusal.code, needs: whoMayTake(refusal) });
    case "not-present":
      return refused({ code: "no-role", needs: AT_WORK, ask: [] });
    case "unknown-target":
    case "not-yours":
      return refusedAs(refusal.code);
  }
}
