/** "Send the letter": a task of a decision, its text in a dialog, and the form that records it as sent. */
import { CHANNEL_WORDS } from "../src/policy/arrangement/plain-words.ts";
import { ukDate } from "../src/policy/arrangement/uk-words.ts";
import { LETTER_WAYS, type LetterWay } from "../src/policy/ladder/letter-ways.ts";
import type { Channel } from "../src/policy/vocabulary.ts";
import { line, note, opens, primary } from "./blocks.ts";
import type { Day } from "./dates.ts";
import { optionsOf } from "./labels.ts";
import type { Card, Form, Target } from "./model.ts";

export type LetterTaskFacts = {
  readonly target: Target;
  readonly customerRef: string;
  readonly about:
    | { readonly code: "decision"; readonly proposalRef: string; readonly startsOn: Day }
    /** How it was chosen to go; null: nobody said. */
    | { readonly code: "warning"; readonly reportRef: string; readonly how: Channel | null };
  readonly state:
    | { readonly code: "open" }
    | { readonly code: "sent"; readonly how: Channel; readonly on: Day; readonly by: string };
};

export function letterTask({ target, state, about, customerRef }: LetterTaskFacts): Card {
  const read = opens("letter-read", "Read the letter", target);
  const open = state.code === "open";
  return {
    title: open ? `Send the ${LETTERS[about.code]}` : `The ${LETTERS[about.code]} has been sent`,
    notification: open ? "A letter is waiting for you to send." : "A letter has been recorded as sent.",
    body: [
      line(`Customer ${customerRef} · ${whatItTells(about)}`),
      line(
        state.code === "open"
          ? UNTIL_SENT[about.code]
          : `${state.by} sent it ${sentHow(state.how)} on ${ukDate(state.on)}.`,
      ),
    ],
    buttons: open ? [primary(opens("letter-sent", "Mark letter as sent", target)), read] : [read],
  };
}

const LETTERS = { decision: "letter", warning: "warning letter" } as const;
const UNTIL_SENT = {
  decision: "Until you record it as sent, officers are told that the customer may not know.",
  warning: "It counts as a warning once it is sent. Record here which day that was.",
} as const;

function whatItTells(about: LetterTaskFacts["about"]): string {
  switch (about.code) {
    case "decision":
      return `decision ${about.proposalRef} · in force from ${ukDate(about.startsOn)}`;
    case "warning":
      return `report ${about.reportRef}${about.how ? ` · by ${CHANNEL_WORDS[about.how]}` : ""}`;
  }
}

const WAYS: Readonly<Record<LetterWay, string>> = { letter: "By post", email: "By email", meeting: "By hand" };

/** In the words that were pressed: "by post". An imported one may have gone another way. */
function sentHow(how: Channel): string {
  const way = LETTER_WAYS.find((one) => one === how);
  return way ? WAYS[way].toLowerCase() : `by ${CHANNEL_WORDS[how]}`;
}

/** What follows from recording it. */
export const ONCE_SENT = {
  decision: "From now on officers are told that the customer knows.",
  warning: "If the behaviour goes on, a restriction can be proposed.",
} as const;

export type LetterSentFacts = {
  readonly target: Target;
  readonly customerRef: string;
  readonly about: "decision" | "warning";
  readonly today: Day;
  /** In which ways it may go. */
  readonly ways: readonly LetterWay[];
  /** How it was chosen to go. */
  readonly how: Channel;
};

/** Field ids: how (a channel of LETTER_WAYS), on. Who sent it is whoever sends the form. */
export function letterSentForm({ target, customerRef, about, today, ways, how }: LetterSentFacts): Form {
  const chosen = ways.find((way) => way === how);
  return {
    name: "letter-sent",
    title: "Mark letter as sent",
    submit: "Mark letter as sent",
    intro: [line(`The ${LETTERS[about]} to customer ${customerRef}. ${ONCE_SENT[about]}`)],
    fields: [
      {
        kind: "choice",
        id: "how",
        label: "How was it sent?",
        required: true,
        options: optionsOf(ways, WAYS),
        ...(chosen ? { value: chosen } : {}),
      },
      { kind: "date", id: "on", label: "Which day?", required: true, value: today },
    ],
    target,
  };
}

export type LetterTextFacts = {
  readonly target: Target;
  readonly customerRef: string;
  readonly text: string;
  /** Not recorded as sent yet. */
  readonly open: boolean;
  /** How it was chosen to go. */
  readonly how: Channel;
  /** A copy of the policy goes with it. */
  readonly withPolicy: boolean;
};

/** The whole letter in a dialog: a block for each paragraph, so that no chat cuts it. */
export function letterText({ target, customerRef, text, open, ...sending }: LetterTextFacts): Card {
  const paragraphs = text.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== "");
  return {
    title: `Letter to ${customerRef}`,
    notification: "The text of a letter.",
    body: [...paragraphs.map((paragraph) => ({ kind: "quote", text: paragraph }) as const), note(copyThis(sending))],
    buttons: open ? [primary(opens("letter-sent", "Mark letter as sent", target))] : [],
  };
}

function copyThis({ how, withPolicy }: Pick<LetterTextFacts, "how" | "withPolicy">): string {
  const [into, add] = how === "email" ? ["an email", "attach"] : ["a letter", "enclose"];
  return `Copy this into ${into}${withPolicy ? `, and ${add} the policy` : ""}.`;
}
