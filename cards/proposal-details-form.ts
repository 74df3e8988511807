/**
 * A proposal, second step: parameters, where it applies, for how long, and why.
 * Field ids: those of restriction-fields.ts, for each kind reportsField(kind), openWay, openWayBy, openWayReader (with `all_contact`), then scope ("service" | "organisation"),
 * scopeReason, startsOn, endsOn, reviewOn, reason, exclusive (ids of identifiers that are the customer's alone).
 */
import { CHANNEL_WORDS, KIND_WORDS } from "../src/policy/arrangement/plain-words.ts";
import { sentenceCase } from "../src/policy/arrangement/uk-words.ts";
import { CHANNELS, type Channel, type RestrictionKind } from "../src/policy/vocabulary.ts";
import { line } from "./blocks.ts";
import type { Day } from "./dates.ts";
import { optionsOf } from "./labels.ts";
import type { Field, Form, Option, Target, Values } from "./model.ts";
import { type Known, officer } from "./parameter-questions.ts";
import { type Entered, fieldsOf, valuesOf } from "./restriction-fields.ts";
import { section } from "./section.ts";
import { withValues } from "./with-values.ts";

export type ProposalDetailsFacts = {
  readonly target: Target;
  /** What those are called whom the draft names. */
  readonly known: Known;
  readonly kinds: readonly RestrictionKind[];
  readonly service: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly reviewOn: Day;
  readonly maxMonths: number;
  /** The customer's reports, when there is more than one to choose from; else it explains everything by itself. */
  readonly reports: readonly Option[];
  /** The identifiers of the customer: value is an id, label the identifier itself (a dialog may show it). */
  readonly identifiers: readonly Option[];
  /** What was entered before, in a draft or in a proposal that came back: nothing is lost. */
  readonly before: {
    readonly parameters: Readonly<Record<string, Entered>>;
    readonly reason: string | null;
    readonly organisationWide: boolean;
    readonly scopeReason: string | null;
    readonly openWay: string | null;
    readonly openWayBy: Channel | null;
    readonly openWayReader: string | null;
    readonly exclusive: readonly string[];
    /** Reports by the kind that they explain. */
    readonly links: Readonly<Record<string, readonly string[]>>;
  };
};

export function proposalDetailsForm(facts: ProposalDetailsFacts): Form {
  const fields = [
    ...whatExactly(facts),
    ...section("Where and for how long", [...scope(facts), ...dates(facts)]),
    ...section("Why", [reason()]),
    ...section("Who uses these?", exclusive(facts)),
  ];
  return {
    name: "proposal-details",
    title: "Propose a restriction",
    submit: "Continue",
    intro: [line("Step 2 of 4: what exactly, where, for how long, and why.")],
    fields: withValues(fields, enteredBefore(facts)),
    target: facts.target,
  };
}

function enteredBefore({ kinds, before }: ProposalDetailsFacts): Values {
  const parameters = kinds.flatMap((kind) => Object.entries(valuesOf(kind, before.parameters[kind] ?? {})));
  const links = kinds.map((kind) => [reportsField(kind), before.links[kind]] as const);
  return {
    ...Object.fromEntries(parameters),
    ...Object.fromEntries(links),
    scope: before.organisationWide ? "organisation" : undefined,
    scopeReason: before.scopeReason ?? undefined,
    reason: before.reason ?? undefined,
    openWay: before.openWay ?? undefined,
    openWayBy: before.openWayBy ?? undefined,
    ...READER.shown(before.openWayReader),
    exclusive: before.exclusive,
  };
}

function whatExactly({ kinds, known, reports }: ProposalDetailsFacts): readonly Field[] {
  return kinds.flatMap((kind) =>
    section(sentenceCase(KIND_WORDS[kind]), [...asked(kind, known), ...explainedBy(kind, reports)]),
  );
}

/** A ban on all contact has no parameters: what it asks is the way that the proposal leaves open. */
function asked(kind: RestrictionKind, known: Known): readonly Field[] {
  return kind === "all_contact" ? [...openWay(), ...READER.fields(known)] : fieldsOf(kind, known);
}

/** The field of the reports that explain a kind. */
export function reportsField(kind: RestrictionKind): string {
  return `${kind}-reports`;
}

function explainedBy(kind: RestrictionKind, reports: readonly Option[]): Field[] {
  if (reports.length < 2) return [];
  const label = "Which reports explain this?";
  return [{ kind: "choices", id: reportsField(kind), label, required: true, options: reports }];
}

function openWay(): readonly Field[] {
  return [
    {
      kind: "text",
      id: "openWay",
      label: "Which one way stays open?",
      hint: "An address or a representative. The customer's letter gives this, for example: letters to PO Box 12.",
      required: true,
      multiline: false,
      maxLength: 300,
    },
    {
      kind: "choice",
      id: "openWayBy",
      label: "Which way of contact is that?",
      required: true,
      options: optionsOf(CHANNELS, CHANNEL_WORDS),
    },
  ];
}

const READER = officer("openWayReader", {
  label: "Who reads what comes in that way?",
  hint: "Leave this empty for the register team.",
  required: false,
});

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
