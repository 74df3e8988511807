/**
 * What is asked about a customer's needs, in a proposal and after it was sent without the answer.
 * Field ids: needs, language, collectionPoint, adjustments; careWorkerDeclined.
 */
import { sentenceCase } from "../src/policy/arrangement/uk-words.ts";
import { NEED_WORDS } from "../src/policy/needs/need-words.ts";
import { Need } from "../src/policy/vocabulary.ts";
import type { Field } from "./model.ts";

const WRITTEN = { kind: "text", required: false, multiline: true, maxLength: 1_500 } as const;
/** A word or two that go into a sentence of the letter. */
const NAMED = { kind: "text", required: false, multiline: false, maxLength: 100 } as const;

export const NEED_FIELDS: readonly Field[] = [
  {
    kind: "choices",
    id: "needs",
    label: "Does the customer have any of these needs?",
    hint: "It is kept with the customer's record and never posted.",
    required: false,
    options: Need.options.map((need) => ({ value: need, label: sentenceCase(NEED_WORDS[need]) })),
  },
  {
    ...NAMED,
    id: "language",
    label: "If they need an interpreter: for which language?",
  },
  {
    ...NAMED,
    id: "collectionPoint",
    label: "If they have no fixed address: where could they collect letters?",
  },
  {
    ...WRITTEN,
    id: "adjustments",
    label: "Which adjustments did you consider, and what came of it?",
    hint: "For example a named officer by phone for somebody who cannot read.",
  },
];

export const CARE_WORKER_DECLINED: Field = {
  ...WRITTEN,
  id: "careWorkerDeclined",
  label: "If their care worker is not to be the point of contact, why not?",
};
