/**
 * To the proposer: the question about adjustments, where the proposal was sent without the answer (CASEWORK section 3).
 * Field ids: needs, language, collectionPoint, adjustments, lacking ("yes" | "no"), careWorkerDeclined.
 */
import { line, opens, primary } from "./blocks.ts";
import type { Button, Field, Form, Target, Values } from "./model.ts";
import { CARE_WORKER_DECLINED, NEED_FIELDS } from "./need-fields.ts";
import { withValues } from "./with-values.ts";

export type AdjustmentsFacts = {
  readonly target: Target;
  readonly ref: string;
  readonly customerRef: string;
  /** It is decided: what is answered may make a review due. */
  readonly decided: boolean;
  /** By the pack a late answer that matters opens one. */
  readonly opensReview: boolean;
  /** Somebody outside the staff could be the point of contact. */
  readonly careWorker: boolean;
  readonly before: Values;
};

export function adjustmentsForm(facts: AdjustmentsFacts): Form {
  const { target, ref, customerRef, careWorker, before } = facts;
  return {
    name: "adjustments-answer",
    title: `Adjustments: ${ref}`,
    submit: "Send answer",
    intro: [
      line(`${ref}, customer ${customerRef}. It was sent without this answer, because it could not wait.`),
      line(whatFollows(facts)),
      line("What you record here is added to what is known. It takes nothing away."),
    ],
    fields: withValues([...NEED_FIELDS.map(asked), LACKING, ...(careWorker ? [CARE_WORKER_DECLINED] : [])], before),
    target,
  };
}

function whatFollows({ decided, opensReview }: AdjustmentsFacts): string {
  if (!decided) return "Those who decide it read your answer in the case.";
  return opensReview
    ? "It is decided. If you record something that nobody knew, a review is due today."
    : "It is decided. Your answer stands in the case.";
}

/** What may be left open in a proposal on the short road is what this form is for. */
const asked = (field: Field): Field => (field.id === "adjustments" ? { ...field, required: true } : field);

const LACKING: Field = {
  kind: "choice",
  id: "lacking",
  label: "Is something needed that these restrictions do not give?",
  required: true,
  options: [
    { value: "yes", label: "Yes" },
    { value: "no", label: "No" },
  ],
};

/** Where the question stands open, on the cards of its proposer. */
export const answersAdjustments = (target: Target): Button =>
  primary(opens("adjustments-answer", "Answer about adjustments", target));
