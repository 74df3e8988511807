/** "Ask the customer to moderate their behaviour" (7.2.1): the task, its words in a dialog, and the form that records it. */
import { CHANNEL_WORDS } from "../src/policy/arrangement/plain-words.ts";
import { listOf, ukDate } from "../src/policy/arrangement/uk-words.ts";
import type { TextPart } from "../src/policy/packs/pack-text.ts";
import type { Channel } from "../src/policy/vocabulary.ts";
import { line, note, opens, primary } from "./blocks.ts";
import type { Day } from "./dates.ts";
import { optionsOf } from "./labels.ts";
import type { Block, Card, Form, Target } from "./model.ts";

export type AdviceTaskFacts = {
  readonly target: Target;
  readonly reportRef: string;
  readonly customerRef: string;
  readonly how: Channel | null;
  /** What the pack has it say. */
  readonly says: readonly TextPart[];
  /** Sent again after a working day. */
  readonly reminder: boolean;
  readonly state:
    | { readonly code: "open" }
    | { readonly code: "given"; readonly how: Channel; readonly on: Day; readonly by: string };
};

export function adviceTask({ target, state, ...facts }: AdviceTaskFacts): Card {
  const read = opens("advice-read", "Read the words", target);
  const open = state.code === "open";
  return {
    title: open ? "Ask the customer to moderate their behaviour" : "The customer was asked to moderate their behaviour",
    notification: open ? "A customer is waiting to hear from you." : "Advice has been recorded.",
    body: [
      line(`Customer ${facts.customerRef} · report ${facts.reportRef}`),
      line(
        state.code === "open"
          ? `${facts.reminder ? "Nothing is recorded yet. " : ""}${asking(facts.how)}${saying(facts.says)}.`
          : `${state.by} asked by ${CHANNEL_WORDS[state.how]} on ${ukDate(state.on)}.`,
      ),
    ],
    buttons: open ? [primary(opens("advice-given", "Record what was said", target)), read] : [read],
  };
}

/** "Talk to them by phone", "Write to them by email". */
function asking(how: Channel | null): string {
  if (how === null) return "Talk or write to them";
  return `${how === "phone" || how === "meeting" ? "Talk" : "Write"} to them by ${CHANNEL_WORDS[how]}`;
}

/** What there is to tell, after "Talk to them by phone: ". A greeting is not told. */
const PART_WORDS: Readonly<Record<TextPart, string | null>> = {
  opening: null,
  what_happened: "what happened",
  why_it_causes_concern: "why their behaviour causes concern",
  why_unacceptable: "why it is unacceptable",
  ask_to_moderate: "what you ask them to change",
  procedures_in_place: "what is in place now",
  what_may_follow: "what may follow",
  help_and_adjustments: "what help there is",
  policy_copy: "where to read the policy",
  how_to_appeal: "how to appeal",
  closing: null,
};

function saying(says: readonly TextPart[]): string {
  const told = says.flatMap((part) => PART_WORDS[part] ?? []);
  return told.length === 0 ? "" : `: ${listOf(told)}`;
}

export type AdviceWordsFacts = {
  readonly customerRef: string;
  readonly script: readonly string[] | null;
  readonly text: string | null;
};

/** Both ways to say it, in a dialog: the script for a conversation, and the text to send. */
export function adviceWords({ customerRef, script, text }: AdviceWordsFacts): Card {
  return {
    title: `What to tell ${customerRef}`,
    notification: "The words for a conversation.",
    body: [
      ...words("If you talk to them", script),
      ...words("If you write to them", text?.split(/\n{2,}/) ?? null),
      note("Change the words as you need to. Keep to what happened and what you ask for."),
    ],
    buttons: [],
  };
}

function words(heading: string, paragraphs: readonly string[] | null): Block[] {
  if (paragraphs === null) return [];
  return [line({ strong: heading }), ...paragraphs.map((text) => ({ kind: "quote", text }) as const)];
}

export type AdviceGivenFacts = {
  readonly target: Target;
  readonly customerRef: string;
  readonly ways: readonly Channel[];
  readonly how: Channel | null;
  readonly today: Day;
};

/** Field ids: how, on, said. Who did it is whoever sends the form. */
export function adviceGivenForm({ target, customerRef, ways, how, today }: AdviceGivenFacts): Form {
  return {
    name: "advice-given",
    title: "Record what was said",
    submit: "Record",
    intro: [line(`Customer ${customerRef}. This is kept with the case. A later step may rest on it.`)],
    fields: [
      {
        kind: "choice",
        id: "how",
        label: "How did you ask them?",
        required: true,
        options: optionsOf(ways, CHANNEL_WORDS),
        ...(how && ways.includes(how) ? { value: how } : {}),
      },
      { kind: "date", id: "on", label: "Which day?", required: true, value: today },
      {
        kind: "text",
        id: "said",
        label: "What was said?",
        hint: "Also what the customer answered: their side belongs on the record.",
        required: true,
        multiline: true,
        maxLength: 2_000,
      },
    ],
    target,
  };
}
