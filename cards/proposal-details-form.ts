/**
 * A proposal, second step: parameters, where it applies, for how long, and why.
 * Field ids: those of restriction-fields.ts, then scope ("service" | "organisation"), scopeReason, startsOn, endsOn,
 * reviewOn, reason, exclusive (ids of identifiers that are the customer's alone).
 */
import { KIND_WORDS } from "../src/policy/arrangement/plain-words.ts";
import { sentenceCase } from "../src/policy/arrangement/uk-words.ts";
import type { RestrictionKind } from "../src/policy/vocabulary.ts";
import { line } from "./blocks.ts";
import type { Day } from "./dates.ts";
import type { Field, Form, Option, Target, Values } from "./model.ts";
import { type Entered, isFormKind, RESTRICTION_FIELDS, type Staff } from "./restriction-fields.ts";
import { section } from "./section.ts";
import { withValues } from "./with-values.ts";

export type ProposalDetailsFacts = Staff & {
  readonly target: Target;
  readonly kinds: readonly RestrictionKind[];
  readonly service: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly reviewOn: Day;
  readonly maxMonths: number;
  /** The identifiers of the customer: value is an id, label the identifier itself (a dialog may show it). */
  readonly identifiers: readonly Option[];
  /** What was entered before, in a draft or in a proposal that came back: nothing is lost. */
  readonly before: {
    readonly parameters: Readonly<Record<string, Entered>>;
    readonly reason: string | null;
    readonly organisationWide: boolean;
    readonly scopeReason: string | null;
    readonly exclusive: readonly string[];
  };
};

export function proposalDetailsForm(facts: ProposalDetailsFacts): Form {
  const fields = [
    ...facts.kinds
      .filter(isFormKind)
      .flatMap((kind) => section(sentenceCase(KIND_WORDS[kind]), RESTRICTION_FIELDS[kind].fields(facts))),
    ...section("Where and for how long", [...scope(facts), ...dates(facts)]),
    ...section("Why", [reason()]),
    ...section("Who uses these?", exclusive(facts)),
  ];
  return {
    name: "proposal-details",
    title: "Propose a restriction",
    submit: "Continue",
    intro: [line("Step 2 of 3: what exactly, where, for how long, and why.")],
    fields: withValues(fields, enteredBefore(facts)),
    target: facts.target,
  };
}

function enteredBefore({ kinds, before }: ProposalDetailsFacts): Values {
  const parameters = kinds
    .filter(isFormKind)
    .flatMap((kind) => Object.entries(RESTRICTION_FIELDS[kind].values(before.parameters[kind] ?? {})));
  return {
    ...Object.fromEntries(parameters),
    scope: before.organisationWide ? "organisation" : undefined,
    scopeReason: before.scopeReason ?? undefined,
    reason: before.reason ?? undefined,
    exclusive: before.exclusive,
  };
}

function scope({ service }: ProposalDetailsFacts): Field[] {
  const options = [
    { value: "service", label: `Only with ${service}` },
    { value: "organisation", label: "With every service" },
  ];
  return [
    { kind: "choice", id: "scope", label: "Where does it apply?", required: true, options, value: "service" },
    {
      kind: "text",
      id: "scopeReason",
      label: "If with every service, why?",
      required: false,
      multiline: true,
      maxLength: 1_000,
    },
  ];
}

function dates({ startsOn, endsOn, reviewOn, maxMonths }: ProposalDetailsFacts): Field[] {
  const hint = `The policy allows at most ${maxMonths} months.`;
  return [
    { kind: "date", id: "startsOn", label: "From which day?", required: true, value: startsOn },
    { kind: "date", id: "endsOn", label: "Until which day?", hint, required: true, value: endsOn },
    {
      kind: "date",
      id: "reviewOn",
      label: "When is it reviewed?",
      hint: "Before it ends.",
      required: true,
      value: reviewOn,
    },
  ];
}

function reason(): Field {
  return {
    kind: "text",
    id: "reason",
    label: "Why is this needed?",
    hint: "What happened and when, and why nothing less would do. The customer's letter gives this reason.",
    required: true,
    multiline: true,
    maxLength: 3_000,
  };
}

function exclusive({ identifiers }: ProposalDetailsFacts): Field[] {
  if (identifiers.length === 0) return [];
  const hint = "Leave out anything that others use too, such as a number at home. It then counts as shared.";
  return [
    {
      kind: "choices",
      id: "exclusive",
      label: "Which of these are this customer's alone?",
      hint,
      required: false,
      options: identifiers,
    },
  ];
}
