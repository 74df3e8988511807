/**
 * A proposal, first step: what was done before, or why not, and which restrictions.
 * Field ids: perhaps, customerRef, name, phone, email (when the report does not say who), kinds, adviceHow, adviceOn, adviceBy, warningHow, warningOn, bypass, bypassReason.
 */
import { CHANNEL_WORDS, KIND_WORDS } from "../src/policy/arrangement/plain-words.ts";
import { sentenceCase } from "../src/policy/arrangement/uk-words.ts";
import type { Channel, RestrictionKind, Step } from "../src/policy/vocabulary.ts";
import { line } from "./blocks.ts";
import { customerFields } from "./customer-fields.ts";
import { optionsOf } from "./labels.ts";
import type { Field, Form, Target } from "./model.ts";
import { section } from "./section.ts";

export type ProposalKindsFacts = {
  readonly target: Target;
  readonly reportRef: string;
  /** The report names no customer of the register: the manager says who it is. */
  readonly whoIsMissing: boolean;
  /** The proposal went out before, and its report is its customer's. */
  readonly sentBefore: boolean;
  /** Who the manager said it was when the draft was begun, or in the proposal before. */
  readonly customerRef?: string;
  /** The name that the reporter gave, or that customer's. */
  readonly name?: string;
  /** Who it may be: a number or an email address is theirs alone, and the name is not. */
  readonly perhaps?: string;
  /** What the pack offers, with its clause, in the order in which it is offered. */
  readonly offered: readonly { readonly kind: RestrictionKind; readonly clause: string | null }[];
  /** The pack's earlier steps and how each may be taken. */
  readonly steps: readonly { readonly step: Step; readonly how: readonly Channel[] }[];
  /** The pack's reasons for leaving the steps out; empty: it has none. */
  readonly bypass: readonly { readonly code: string; readonly words: string }[];
  /** What the manager entered before and did not send. */
  readonly before: {
    readonly kinds: readonly string[];
    readonly steps: readonly {
      readonly step: Step;
      readonly on: string | null;
      readonly how: Channel | null;
      readonly by: string | null;
    }[];
    readonly bypass: string | null;
    readonly bypassReason: string | null;
  };
};

export function proposalKindsForm(facts: ProposalKindsFacts): Form {
  return {
    name: "proposal-kinds",
    title: "Propose a restriction",
    submit: "Continue",
    intro: [
      line(`Report ${facts.reportRef}. Step 1 of 4: what was done before, and what you propose.`),
      ...(facts.sentBefore && facts.customerRef ? [line(wrongCustomer(facts.customerRef))] : []),
    ],
    fields: [
      ...section("Who is the customer?", facts.whoIsMissing ? customerFields(facts) : []),
      ...section("What was done before", [
        ...facts.steps.flatMap((step) => stepFields(step, facts)),
        ...bypassFields(facts),
      ]),
      ...section("What you propose", [kinds(facts)]),
    ],
    target: facts.target,
  };
}

const wrongCustomer = (ref: string): string =>
  `The customer is ${ref}. If you named the wrong one, withdraw this proposal and begin again from the report. If another proposal rests on the report, take it out there first, or ask the register team.`;

function kinds({ offered, before }: ProposalKindsFacts): Field {
  const options = offered.map(({ kind, clause }) => ({
    value: kind,
    label: `${sentenceCase(KIND_WORDS[kind])}${clause === null ? "" : ` (${clause})`}`,
  }));
  return {
    kind: "choices",
    id: "kinds",
    label: "Which restrictions do you propose?",
    required: true,
    options,
    ...(before.kinds.length > 0 ? { value: before.kinds } : {}),
  };
}

function stepFields({ step, how }: ProposalKindsFacts["steps"][number], { before }: ProposalKindsFacts): Field[] {
  const given = before.steps.find((one) => one.step === step);
  const way = given?.how && how.includes(given.how) ? { value: given.how } : {};
  const day = given?.on ? { value: given.on } : {};
  const by = given?.by ? { value: given.by } : {};
  const options = optionsOf(how, CHANNEL_WORDS);
  switch (step) {
    case "advice":
      return [
        {
          kind: "choice",
          id: "adviceHow",
          label: "How was the customer asked to moderate their behaviour?",
          required: false,
          options,
          ...way,
        },
        { kind: "date", id: "adviceOn", label: "When were they asked?", required: false, ...day },
        {
          kind: "text",
          id: "adviceBy",
          label: "Who asked them?",
          required: false,
          multiline: false,
          maxLength: 200,
          ...by,
        },
      ];
    case "warning":
      return [
        {
          kind: "choice",
          id: "warningHow",
          label: "How was the warning letter sent?",
          required: false,
          options,
          ...way,
        },
        { kind: "date", id: "warningOn", label: "When was it sent?", required: false, ...day },
      ];
  }
}

function bypassFields({ bypass, before }: ProposalKindsFacts): Field[] {
  if (bypass.length === 0) return [];
  const options = bypass.map(({ code, words }) => ({ value: code, label: sentenceCase(words) }));
  return [
    {
      kind: "choice",
      id: "bypass",
      label: "If there was no warning, why not?",
      required: false,
      options,
      ...(before.bypass ? { value: before.bypass } : {}),
    },
    {
      kind: "text",
      id: "bypassReason",
      label: "Say more about that reason",
      required: false,
      multiline: true,
      maxLength: 2_000,
      ...(before.bypassReason ? { value: before.bypassReason } : {}),
    },
  ];
}
