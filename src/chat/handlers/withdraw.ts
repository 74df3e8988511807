/** The proposer takes a proposal back: asked again in a form, then done. */
import { withdrawForm } from "../../../cards/decision-forms.ts";
import type { Form, Target } from "../../../cards/model.ts";
import { listOf } from "../../policy/arrangement/uk-words.ts";
import type { Actor } from "../../usecases/context.ts";
import type {
  PreparedWithdrawal,
  WithdrawOutcome,
  WithdrawProposal,
  WithdrawRefused,
} from "../../usecases/decide/withdraw-proposal.ts";
import type { Stays } from "../../usecases/propose/unlink-report.ts";
import type { Answer } from "../desk.ts";
import { faultsIn, type OnPress, type OnSubmit, one, recorded, refused, tooLong } from "./handler.ts";

export type WithdrawDeps = {
  readonly prepareWithdrawal: (command: { actor: Actor; proposal: string }) => Promise<PreparedWithdrawal>;
  readonly withdrawProposal: (command: WithdrawProposal) => Promise<WithdrawOutcome>;
};

export const openWithdrawal =
  ({ prepareWithdrawal }: WithdrawDeps): OnPress =>
  async (actor, { target }) => {
    const prepared = await prepareWithdrawal({ actor, proposal: target.id });
    return prepared.code === "ready"
      ? { kind: "form", form: formOf(target, prepared) }
      : withdrawalRefused(prepared, actor);
  };

export const sendWithdrawal =
  ({ prepareWithdrawal, withdrawProposal }: WithdrawDeps): OnSubmit =>
  async (actor, { target, values }) => {
    const prepared = await prepareWithdrawal({ actor, proposal: target.id });
    if (prepared.code !== "ready") return withdrawalRefused(prepared, actor);
    const form = formOf(target, prepared);
    const long = faultsIn(form, tooLong(form, values));
    if (long) return long;

    const outcome = await withdrawProposal({ actor, proposal: target.id, reason: one(values, "reason") });
    if (outcome.code !== "withdrawn") return withdrawalRefused(outcome, actor);
    const next = outcome.open.length > 0 ? ` ${listOf(outcome.open)} waits to be dealt with again.` : "";
    const stays = outcome.stays.map((one) => ` ${staysWords(one)}`).join("");
    return recorded(`You withdrew ${outcome.ref}`, `Nobody decides it any more.${next}${stays}`);
  };

function formOf(target: Target, { ref, stays }: Extract<PreparedWithdrawal, { code: "ready" }>): Form {
  return withdrawForm({ target, ref, stays: stays.map(staysWords) });
}

function staysWords({ report, customer, because }: Stays): string {
  const ask = "If they are the wrong customer,";
  return because === null
    ? `${report} stays with ${customer} because advice or a warning rests on it. ${ask} ask the register team.`
    : `${report} stays with ${customer} because ${because} rests on it. ${ask} take it out there first, or ask the register team.`;
}

const DONE = { approved: "approved", rejected: "rejected" } as const;

function withdrawalRefused(outcome: WithdrawRefused, { timeZone }: Actor): Answer {
  if (outcome.code === "unknown-target") return refused({ code: "unknown-target" });
  const { refusal, by, at } = outcome;
  if (refusal.code === "not-yours") return refused({ code: "no-role", needs: ["whoever proposed it"], ask: [by] });
  const when = at && { at, timeZone };
  switch (refusal.state) {
    case "approved":
    case "rejected":
      return when
        ? refused({ code: "already-decided", by, when, verdict: DONE[refusal.state] })
        : refused({ code: "no-longer-open" });
    case "withdrawn":
      return when ? refused({ code: "proposal-withdrawn", by, when }) : refused({ code: "no-longer-open" });
    case "draft":
    case "submitted":
    case "returned":
    case "expired":
    case "superseded":
      return refused({ code: "no-longer-open" });
  }
}
