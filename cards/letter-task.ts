/** "Send the letter": a task of a decision, its text in a dialog, and the form that records it as sent. */
import { CHANNEL_WORDS } from "../src/policy/arrangement/plain-words.ts";
import { ukDate } from "../src/policy/arrangement/uk-words.ts";
import type { Channel } from "../src/policy/vocabulary.ts";
import { line, note, opens, primary } from "./blocks.ts";
import type { Day } from "./dates.ts";
import { optionsOf } from "./labels.ts";
import type { Card, Form, Target } from "./model.ts";

export type LetterTaskFacts = {
  readonly target: Target;
  readonly proposalRef: string;
  readonly customerRef: string;
  readonly startsOn: Day;
  readonly state:
    | { readonly code: "open" }
    | { readonly code: "sent"; readonly how: Channel; readonly on: Day; readonly by: string };
};

export function letterTask({ target, state, ...facts }: LetterTaskFacts): Card {
  const read = opens("letter-read", "Read the letter", target);
  const open = state.code === "open";
  return {
    title: open ? "Send the letter" : "The letter has been sent",
    notification: open ? "A letter is waiting for you to send." : "A letter has been recorded as sent.",
    body: [
      line(`Customer ${facts.customerRef} · decision ${facts.proposalRef} · in force from ${ukDate(facts.startsOn)}`),
      line(
        state.code === "open"
          ? "Until you record it as sent, officers are told that the customer may not know."
          : `Sent by ${CHANNEL_WORDS[state.how]}, ${ukDate(state.on)}, by ${state.by}.`,
      ),
    ],
    buttons: open ? [primary(opens("letter-sent", "Mark letter as sent", target)), read] : [read],
  };
}

export const LETTER_WAYS = ["letter", "email", "meeting"] as const satisfies readonly Channel[];
const WAYS = { letter: "By post", email: "By email", meeting: "By hand" };

export type LetterSentFacts = { readonly target: Target; readonly customerRef: string; readonly today: Day };

/** Field ids: how (a channel of LETTER_WAYS), on. Who sent it is whoever sends the form. */
export function letterSentForm({ target, customerRef, today }: LetterSentFacts): Form {
  return {
    name: "letter-sent",
    title: "Mark letter as sent",
    submit: "Mark letter as sent",
    intro: [line(`The letter to customer ${customerRef}. From now on officers are told that the customer knows.`)],
    fields: [
      {
        kind: "choice",
        id: "how",
        label: "How was it sent?",
        required: true,
        options: optionsOf(LETTER_WAYS, WAYS),
        value: "letter",
      },
      { kind: "date", id: "on", label: "Which day?", required: true, value: today },
    ],
    target,
  };
}

export type LetterTextFacts = { readonly customerRef: string; readonly text: string };

/** The whole letter in a dialog: a block for each paragraph, so that no chat cuts it. */
export function letterText({ customerRef, text }: LetterTextFacts): Card {
  const paragraphs = text.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== "");
  return {
    title: `Letter to ${customerRef}`,
    notification: "The text of a letter.",
    body: [
      ...paragraphs.map((paragraph) => ({ kind: "quote", text: paragraph }) as const),
      note("Copy this into a letter, and enclose the policy."),
    ],
    buttons: [],
  };
}
