/**
 * Advice or a warning, as the service manager asks for it (7.2.1, 7.2.2).
 * Field ids: perhaps, customerRef, name, phone, email (when the report does not say who), limbs, shownBy, whatHappened, whatToChange,
 * how, by, on, said (advice), adviceHow, adviceOn, adviceBy (a warning without advice on record).
 */
import { CHANNEL_WORDS } from "../src/policy/arrangement/plain-words.ts";
import { listOf } from "../src/policy/arrangement/uk-words.ts";
import type { Pack } from "../src/policy/packs/pack.ts";
import type { Channel, Step } from "../src/policy/vocabulary.ts";
import { line, note } from "./blocks.ts";
import { customerFields } from "./customer-fields.ts";
import { groundHint, groundOptions, optionsOf, shownHint } from "./labels.ts";
import type { Field, Form, Target } from "./model.ts";
import { section } from "./section.ts";

export type StepFormFacts = {
  readonly target: Target;
  readonly step: Step;
  readonly reportRef: string;
  /** The report names no customer of the register: the manager says who it is. */
  readonly whoIsMissing: boolean;
  /** Whom a proposal from this report was about before. */
  readonly customerRef?: string;
  /** The name that the reporter gave, or that customer's. */
  readonly name?: string;
  /** Who it may be: a number or an email address is theirs alone, and the name is not. */
  readonly perhaps?: string;
  /** The grounds of the policy, with what each has to be shown by. */
  readonly limbs: readonly Omit<Pack["limbs"]["value"][number], "judgedAs">[];
  /** For what the pack has words: a script, a text or both. */
  readonly words: readonly ("say" | "send")[];
  /** How the pack lets it be given. */
  readonly how: readonly Channel[];
  /** Whether the manager may give it themselves. */
  readonly self: boolean;
  /** The reporter, when they may give it themselves. */
  readonly reporter: string | null;
  /** What the reporter said about having asked already. */
  readonly asked: { readonly how: Channel | null; readonly on: string | null };
  /** How advice may be given, when the policy wants it first and none is on record; null otherwise. */
  readonly adviceFirst: readonly Channel[] | null;
  /** Why it is not this step's turn yet, and what would open it. */
  readonly notYet: string | null;
};

const TITLES: Readonly<Record<Step, string>> = { advice: "Ask to moderate", warning: "Write a warning" };
const TEXT = { kind: "text", required: true, multiline: true } as const;

export function stepForm(facts: StepFormFacts): Form {
  const { step, notYet, reportRef } = facts;
  return {
    name: step,
    title: TITLES[step],
    submit: step === "advice" ? "Record" : "Write the letter",
    intro: [
      line(
        step === "advice"
          ? `Report ${reportRef}. The words to ${listOf(facts.words, "or")} are made from your answers.`
          : `Report ${reportRef}. The letter is made from your answers. You read it before it is sent.`,
      ),
      ...(notYet ? [note(notYet)] : []),
    ],
    fields: [
      ...section("Who is the customer?", facts.whoIsMissing ? customerFields(facts) : []),
      ...section("What it is about", grounds(facts)),
      ...section("What the customer is told", told()),
      ...section("Asked to moderate before", adviceFields(facts)),
      ...section("Who gives it, and how", step === "advice" ? giving(facts) : ways(facts)),
    ],
    target: facts.target,
  };
}

function grounds({ limbs }: StepFormFacts): Field[] {
  const toShow = limbs.filter(({ shownBy }) => shownBy.length > 0);
  return [
    {
      kind: "choices",
      id: "limbs",
      label: "Why is this needed?",
      required: true,
      hint: groundHint(limbs),
      options: groundOptions(limbs),
    },
    ...(toShow.length > 0
      ? [
          {
            ...TEXT,
            id: "shownBy",
            required: false,
            label: "What shows it?",
            hint: shownHint(toShow),
            maxLength: 1_000,
          },
        ]
      : []),
  ];
}

function told(): Field[] {
  return [
    {
      ...TEXT,
      id: "whatHappened",
      label: "What happened, and when?",
      hint: "Facts and dates, in words for the customer. Say what was done, not what they are like.",
      maxLength: 1_500,
    },
    {
      ...TEXT,
      id: "whatToChange",
      label: "What do you ask them to change?",
      hint: "For example: ring once a week at most, and do not swear.",
      maxLength: 500,
    },
  ];
}

function ways({ how }: StepFormFacts): Field[] {
  const [only] = how;
  return [
    {
      kind: "choice",
      id: "how",
      label: "How?",
      required: true,
      options: optionsOf(how, CHANNEL_WORDS),
      ...(how.length === 1 && only ? { value: only } : {}),
    },
  ];
}

function giving(facts: StepFormFacts): Field[] {
  const { self, reporter, asked } = facts;
  const by = [
    ...(self ? [{ value: "me", label: "I do" }] : []),
    ...(reporter === null ? [] : [{ value: "reporter", label: reporter }]),
  ];
  const [how] = ways(facts);
  const before = asked.how && facts.how.includes(asked.how) ? { value: asked.how } : {};
  return [
    {
      kind: "choice",
      id: "by",
      label: "Who asks them?",
      required: true,
      options: by,
      value: (asked.on || !self) && reporter !== null ? "reporter" : "me",
    },
    ...(how?.kind === "choice" ? [{ ...how, ...before }] : []),
    {
      kind: "date",
      id: "on",
      label: "If this was done already, when?",
      required: false,
      ...(asked.on ? { value: asked.on } : {}),
    },
    { ...TEXT, id: "said", required: false, label: "If this was done already, what was said?", maxLength: 2_000 },
  ];
}

function adviceFields({ adviceFirst }: StepFormFacts): Field[] {
  if (adviceFirst === null) return [];
  return [
    {
      kind: "choice",
      id: "adviceHow",
      label: "How were they asked?",
      hint: "Nothing is on record here. Leave it empty if they were not asked: the warning waits until they were.",
      required: false,
      options: optionsOf(adviceFirst, CHANNEL_WORDS),
    },
    { kind: "date", id: "adviceOn", label: "When were they asked?", required: false },
    { ...TEXT, id: "adviceBy", required: false, multiline: false, label: "Who asked them?", maxLength: 200 },
  ];
}
