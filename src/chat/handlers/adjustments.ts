/** The question about adjustments that a decision did not wait for: its form and its answer. */
import { adjustmentsForm } from "../../../cards/adjustments-form.ts";
import type { Form } from "../../../cards/model.ts";
import type { Pack } from "../../policy/packs/pack.ts";
import { Need } from "../../policy/vocabulary.ts";
import type { Actor } from "../../usecases/context.ts";
import type {
  AdjustmentsOutcome,
  AnswerAdjustments,
  PreparedAdjustments,
} from "../../usecases/propose/answer-adjustments.ts";
import type { Answer } from "../desk.ts";
import {
  among,
  faultsIn,
  type OnPress,
  type OnSubmit,
  one,
  phrase,
  recorded,
  refused,
  refusedAs,
  several,
  tooLong,
} from "./handler.ts";

export type AdjustmentsDeps = {
  readonly prepareAdjustments: (command: { actor: Actor; proposal: string }) => Promise<PreparedAdjustments>;
  readonly answerAdjustments: (command: AnswerAdjustments) => Promise<AdjustmentsOutcome>;
};

type Ready = Extract<PreparedAdjustments, { code: "ready" }>;

export const openAdjustments =
  ({ prepareAdjustments }: AdjustmentsDeps): OnPress =>
  async (actor, { target }) => {
    const prepared = await prepareAdjustments({ actor, proposal: target.id });
    return prepared.code === "ready" ? { kind: "form", form: formOf(prepared) } : gone(prepared.code);
  };

function formOf({ assessed: { row, about, answers, pack }, customerRef, offered }: Ready): Form {
  return adjustmentsForm({
    target: { id: row.id, version: row.version },
    ref: row.ref,
    customerRef,
    decided: row.state !== "submitted",
    opensReview: pack.shortRoad.lateAnswerOpensReview.value,
    careWorker: offered,
    before: {
      needs: about.needs,
      language: about.language ?? undefined,
      collectionPoint: about.collectionPoint ?? undefined,
      adjustments: answers.adjustments ?? undefined,
    },
  });
}

function gone(code: Exclude<PreparedAdjustments["code"], "ready">): Answer {
  return code === "not-asked" ? refused({ code: "no-longer-open" }) : refusedAs(code);
}

export const sendAdjustments =
  ({ prepareAdjustments, answerAdjustments }: AdjustmentsDeps): OnSubmit =>
  async (actor, { target, values }) => {
    const prepared = await prepareAdjustments({ actor, proposal: target.id });
    if (prepared.code !== "ready") return gone(prepared.code);
    const form = formOf(prepared);
    const adjustments = one(values, "adjustments");
    const lacking = one(values, "lacking");
    const faults = faultsIn(form, {
      ...tooLong(form, values),
      ...(adjustments ? {} : { adjustments: "Say what you considered, and what came of it." }),
      ...(lacking ? {} : { lacking: "Choose yes or no." }),
    });
    if (faults || !adjustments) return faults ?? { kind: "form", form };
    const outcome = await answerAdjustments({
      actor,
      proposal: target.id,
      about: {
        needs: among(Need.options, several(values, "needs")),
        language: phrase(values, "language"),
        collectionPoint: phrase(values, "collectionPoint"),
      },
      adjustments,
      careWorkerDeclined: one(values, "careWorkerDeclined"),
      lacking: lacking === "yes",
    });
    return outcome.code === "recorded"
      ? recorded(
          "Your answer is recorded",
          whatFollows(outcome, { lacking: lacking === "yes", pack: prepared.assessed.pack }),
        )
      : gone(outcome.code);
  };

function whatFollows(
  { state, review }: Extract<AdjustmentsOutcome, { code: "recorded" }>,
  { lacking, pack: { shortRoad } }: { lacking: boolean; pack: Pack },
): string {
  if (state === "submitted" && lacking)
    return `Those who decide see on their card that something is lacking.${shortRoad.lateAnswerOpensReview.value ? " If they approve, a review is due the same day." : ""}`;
  if (state === "submitted") return "Those who decide read it in the case before they do.";
  return review
    ? "A review of the arrangement is due today. You and the register team are told."
    : "It stands in the case. The arrangement stays as it was decided.";
}
