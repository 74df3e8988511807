/** An alert: acknowledge, "It is someone else", "It was allowed", open; and the register team's "Same person". */
import { alertDetails } from "../../../cards/alert-details.ts";
import { ALLOWED_WHY, allowedForm } from "../../../cards/allowed-form.ts";
import type { Faults } from "../../../cards/model.ts";
import { askedAgain, someoneElseForm } from "../../../cards/someone-else.ts";
import type { AnswerAlert, AnswerOutcome } from "../../usecases/alerts/answer-alert.ts";
import type { JudgeOutcome } from "../../usecases/alerts/judge-match.ts";
import type { OpenedAlert } from "../../usecases/alerts/open-alert.ts";
import type { Actor } from "../../usecases/context.ts";
import type { Answer } from "../desk.ts";
import {
  among,
  faultsIn,
  NOTHING_TO_SHOW,
  type OnPress,
  type OnSubmit,
  one,
  recorded,
  refused,
  refusedAs,
  tooLong,
} from "./handler.ts";

export type AlertDeps = {
  readonly answerAlert: (command: AnswerAlert) => Promise<AnswerOutcome>;
  readonly openAlert: (command: { actor: Actor; alert: string }) => Promise<OpenedAlert>;
  readonly judgeMatch: (command: { actor: Actor; alert: string; same: boolean }) => Promise<JudgeOutcome>;
};

export const acknowledge =
  ({ answerAlert }: AlertDeps): OnPress =>
  async (actor, { target }) => {
    const outcome = await answerAlert({ actor, alert: target.id, answer: "acknowledged", reason: null });
    return outcome.code === "done" ? NOTHING_TO_SHOW : notAnswered(outcome, actor);
  };

/** Final, so one press is not enough. */
export const openSomeoneElse =
  (): OnPress =>
  async (_actor, { target }) => ({ kind: "form", form: someoneElseForm({ target }) });

export const sendSomeoneElse =
  ({ answerAlert }: AlertDeps): OnSubmit =>
  async (actor, { target }) => {
    const outcome = await answerAlert({ actor, alert: target.id, answer: "someone_else", reason: null });
    return outcome.code === "done"
      ? recorded("It is someone else", "Deal with this contact as usual. The register team looks at whose it was.")
      : notAnswered(outcome, actor);
  };

export const openAllowed =
  ({ openAlert }: AlertDeps): OnPress =>
  async (actor, { target }) => {
    const opened = await openAlert({ actor, alert: target.id });
    return opened.code === "opened"
      ? { kind: "form", form: allowedForm({ target, ref: opened.facts.ref }) }
      : refusedAs(opened.code);
  };

export const sendAllowed =
  ({ answerAlert }: AlertDeps): OnSubmit =>
  async (actor, { target, values }) => {
    const [why] = among(ALLOWED_WHY, [one(values, "why")]);
    const form = allowedForm({ target });
    const faults = faultsIn(form, { ...tooLong(form, values), ...unsaid(why, one(values, "reason")) });
    if (faults) return faults;

    const reason = [why, one(values, "reason")].filter(Boolean).join(": ");
    const outcome = await answerAlert({ actor, alert: target.id, answer: "allowed", reason });
    return outcome.code === "done"
      ? recorded("It was allowed", "Your answer is on the alert. The register team sees it.")
      : notAnswered(outcome, actor);
  };

/** "Something else" is no reason until it is said. */
function unsaid(why: (typeof ALLOWED_WHY)[number] | undefined, reason: string | null): Faults {
  if (why === undefined) return { why: "Choose why it was allowed." };
  return why === "other" && reason === null ? { reason: "Say why it was allowed." } : {};
}

function notAnswered(outcome: Exclude<AnswerOutcome | JudgeOutcome, { code: "done" }>, { timeZone }: Actor): Answer {
  if (outcome.code === "not-asked") return refused({ code: "stale-card" });
  if (outcome.code !== "already-answered") return refusedAs(outcome.code);
  return refused({ code: "already-answered", by: outcome.by, when: { at: outcome.at, timeZone } });
}

export const openDetails =
  ({ openAlert }: AlertDeps): OnPress =>
  async (actor, { target }) => {
    const opened = await openAlert({ actor, alert: target.id });
    return opened.code === "opened" ? { kind: "told", card: alertDetails(opened.facts) } : refusedAs(opened.code);
  };

export const judge =
  ({ judgeMatch }: AlertDeps, same: boolean): OnPress =>
  async (actor, { target }) => {
    const outcome = await judgeMatch({ actor, alert: target.id, same });
    if (outcome.code !== "done") return notAnswered(outcome, actor);
    return recorded(
      same ? "Same person" : "Not the same person",
      same ? "The card shows your answer." : askedAgain(outcome.remembered),
    );
  };
