/** The approval card: approve, return and reject with a second screen; an interest. */
import { approveConfirmForm, interestForm, rejectForm, returnForm } from "../../../cards/decision-forms.ts";
import type { Form, Target } from "../../../cards/model.ts";
import { ROLE_WORDS } from "../../policy/arrangement/plain-words.ts";
import { listOf, sentenceCase, withArticle } from "../../policy/arrangement/uk-words.ts";
import { scopeWords } from "../../policy/arrangement/where-words.ts";
import { openPoints } from "../../policy/gates/ask-gates.ts";
import { writtenReasonBy } from "../../policy/ladder/bypass.ts";
import type { Verdict } from "../../policy/vocabulary.ts";
import type { Actor } from "../../usecases/context.ts";
import type { DecideOutcome, DecideProposal } from "../../usecases/decide/decide-proposal.ts";
import type { InterestOutcome } from "../../usecases/decide/declare-interest.ts";
import type { PrepareDecision, PreparedDecision } from "../../usecases/decide/prepare-decision.ts";
import type { Answer } from "../desk.ts";
import { type OnPress, type OnSubmit, one, recorded, refused, tooLong } from "./handler.ts";
import { judgedInWords } from "./judgement-words.ts";
import { dates, sentences } from "./proposal-case.ts";

export type DecideDeps = {
  readonly prepareDecision: (command: PrepareDecision) => Promise<PreparedDecision>;
  readonly decideProposal: (command: DecideProposal) => Promise<DecideOutcome>;
  readonly declareInterest: (command: { actor: Actor; proposal: string }) => Promise<InterestOutcome>;
};

type Ready = Extract<PreparedDecision, { code: "ready" }>;
type Refused = Exclude<DecideOutcome, { code: "counted" }>;

/** The second screen: nobody approves on one press (WORDS; PLATFORM: step-up before a grave action). */
export const openDecision =
  ({ prepareDecision }: DecideDeps, verdict: Verdict): OnPress =>
  async (actor, { target }) => {
    const prepared = await prepareDecision({ actor, proposal: target.id, version: target.version, verdict });
    return prepared.code === "ready"
      ? { kind: "form", form: secondScreen(prepared, { verdict, target }) }
      : decisionRefused(prepared, actor);
  };

function secondScreen(
  { assessed, customerRef, reasonRequired }: Ready,
  { verdict, target }: { verdict: Verdict; target: Target },
): Form {
  const { ref } = assessed.row;
  switch (verdict) {
    case "approve":
      return approveConfirmForm({
        target,
        ref,
        customerRef,
        arrangement: sentences(assessed),
        where: scopeWords(assessed.row.services ?? "organisation"),
        ...dates(assessed),
        judged: judgedInWords(assessed.judged),
        reasonRequired,
        reasonBy: writtenReasonBy(assessed.row.bypass, assessed.pack),
      });
    case "return":
      return returnForm({ target, ref });
    case "reject":
      return rejectForm({ target, ref });
  }
}

export const sendDecision =
  ({ prepareDecision, decideProposal }: DecideDeps, verdict: Verdict): OnSubmit =>
  async (actor, { target, values }) => {
    const decision = { actor, proposal: target.id, version: target.version, verdict };
    const long = tooLong(returnForm({ target, ref: "" }), values);
    if (long["reason"]) return await again(decision, long["reason"]);
    const outcome = await decideProposal({ ...decision, reason: one(values, "reason") });
    if (outcome.code === "counted") return counted(outcome);
    if (outcome.code !== "refused" || outcome.refusal.code !== "reason-missing") return decisionRefused(outcome, actor);

    return await again(decision, "Write down why. It is kept with the decision.");

    async function again(of: PrepareDecision, reason: string): Promise<Answer> {
      const prepared = await prepareDecision(of);
      if (prepared.code !== "ready") return decisionRefused(prepared, actor);
      return { kind: "faults", form: secondScreen(prepared, { verdict, target }), faults: { reason } };
    }
  };

function counted({ ref, state, stillNeeded }: Extract<DecideOutcome, { code: "counted" }>): Answer {
  switch (state) {
    case "approved":
      return recorded(`You approved ${ref}`, "It is in the register. The proposer is told, and sends the letter.");
    case "submitted":
      return recorded(
        `You approved ${ref}`,
        `${stillNeeded} more ${stillNeeded === 1 ? "person" : "people"} must approve it before it is decided.`,
      );
    case "returned":
      return recorded(`You returned ${ref}`, "The proposer reads your questions and can send it again.");
    case "rejected":
      return recorded(`You rejected ${ref}`, "Nothing changes for the customer. The proposer is told why.");
  }
}

const VERDICT_WORDS = { approved: "approved", returned: "returned", rejected: "rejected" } as const;
const DONE = { approve: "approved", return: "returned", reject: "rejected" } as const;

function decisionRefused(
  outcome: Refused | Exclude<PreparedDecision, { code: "ready" }>,
  { officer, timeZone }: Actor,
): Answer {
  if (outcome.code === "unknown-target") return refused({ code: "unknown-target" });
  if (outcome.code === "not-asked")
    return refused({ code: "no-role", needs: ["those who were asked to decide it"], ask: [] });

  const { refusal, by, at, deciders } = outcome;
  switch (refusal.code) {
    case "closed":
      if ((refusal.state === "approved" || refusal.state === "returned" || refusal.state === "rejected") && at)
        return refused({ code: "already-decided", by, when: { at, timeZone }, verdict: VERDICT_WORDS[refusal.state] });
      if (refusal.state === "withdrawn" && at)
        return refused({ code: "proposal-withdrawn", by, when: { at, timeZone } });
      return refused({ code: refusal.state === "draft" ? "not-submitted" : "no-longer-open" });
    case "card-too-old":
      return refused({ code: "superseded" });
    case "decided-before":
      if (refusal.decision.by !== officer)
        return refused({ code: "decided-as-one", by, when: { at: refusal.decision.at, timeZone } });
      return refused({
        code: "already-decided",
        by: "You",
        when: { at: refusal.decision.at, timeZone },
        verdict: DONE[refusal.decision.verdict],
      });
    case "own-proposal":
    case "own-report":
    case "own-harm":
      return refused({ code: refusal.code, deciders });
    case "declared-interest":
      return refused({ code: "interest-declared", deciders });
    case "complained-about":
      return refused({ code: "had-part", deciders });
    case "not-present":
    case "not-linked":
      return refused({ code: "no-role", needs: ["somebody who is at work and linked"], ask: deciders });
    case "role-too-low":
      return refused({
        code: "no-role",
        needs: [withArticle(ROLE_WORDS[refusal.needs])],
        ask: deciders,
      });
    case "held":
      return refused({ code: "held", open: openPoints(refusal.gates).map(sentenceCase) });
    case "reason-missing":
      return refused({ code: "no-longer-open" });
  }
}

/** It cannot be taken back, so one press is not enough. */
export const openInterest =
  (): OnPress =>
  async (_actor, { target }) => ({ kind: "form", form: interestForm({ target }) });

export const sendInterest =
  ({ declareInterest }: DecideDeps): OnSubmit =>
  async (actor, { target }) => {
    const outcome = await declareInterest({ actor, proposal: target.id });
    switch (outcome.code) {
      case "declared":
        return recorded("You do not decide this", insteadWords(outcome));
      case "closed":
        return refused({ code: "no-longer-open" });
      case "not-asked":
        return refused({ code: "no-role", needs: ["those who were asked to decide it"], ask: [] });
    }
  };

function insteadWords({ askedInstead, enough }: Extract<InterestOutcome, { code: "declared" }>): string {
  if (!enough) return "Fewer are left who may decide it than must approve. The proposer is told.";
  return askedInstead.length > 0
    ? `${listOf(askedInstead)} has been asked instead.`
    : "The others who were asked decide it.";
}
