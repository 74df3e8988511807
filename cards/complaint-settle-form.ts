/**
 * To the register team: a complaint of the customer about somebody here is settled, and bars nobody any more. Field ids:
 * officers (ids), because (a word of SETTLED_BECAUSE).
 */
import { SETTLED_BECAUSE, type SettledBecause } from "../src/policy/approval/counter-complaints.ts";
import { line } from "./blocks.ts";
import { optionsOf } from "./labels.ts";
import type { Form, Option, Target } from "./model.ts";

export type ComplaintSettleFacts = {
  readonly target: Target;
  /** Of the customer. */
  readonly ref: string;
  /** Whom a complaint names, by id. */
  readonly officers: readonly Option[];
};

const BECAUSE_WORDS: Readonly<Record<SettledBecause, string>> = {
  answered: "It was investigated and answered",
  taken_back: "The customer took it back",
  by_mistake: "It was recorded by mistake",
};

export function complaintSettleForm({ target, ref, officers }: ComplaintSettleFacts): Form {
  return {
    name: "complaint-settle",
    title: "Settle a complaint",
    submit: "Record as settled",
    intro: [
      line(`Customer ${ref}. Officers whom a complaint names decide nothing about this customer until it is settled.`),
      line("Only the register team reads this. That you opened it is recorded."),
    ],
    fields: [
      {
        kind: "choices",
        id: "officers",
        label: "Who was the complaint about?",
        hint: "They can then decide about this customer again.",
        required: true,
        options: officers,
      },
      {
        kind: "choice",
        id: "because",
        label: "Why is it settled?",
        required: true,
        options: optionsOf(SETTLED_BECAUSE, BECAUSE_WORDS),
      },
    ],
    target,
  };
}
