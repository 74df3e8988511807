/** `/check-contact`: may this customer be dealt with, and how? The answer has one shape whether there is an entry or not. */
import { CHANNEL_WORDS } from "../src/policy/arrangement/plain-words.ts";
import { CHANNELS } from "../src/policy/vocabulary.ts";
import { line, list, note } from "./blocks.ts";
import { type Moment, momentInWords } from "./dates.ts";
import { MAY_NOT_KNOW } from "./handling-words.ts";
import { optionsOf } from "./labels.ts";
import type { Card, Form, Target } from "./model.ts";

export type CheckFormFacts = { readonly target: Target; readonly customerRef?: string };

/** Field ids: customerRef, phone, email, channel, why. A name is not asked: it is not enough to check. */
export function checkForm({ target, customerRef }: CheckFormFacts): Form {
  const text = { kind: "text", required: false, multiline: false } as const;
  return {
    name: "check",
    title: "Check a contact",
    submit: "Check",
    intro: [line("Give one of the first three. Only you see the answer. The check is recorded.")],
    fields: [
      {
        ...text,
        id: "customerRef",
        label: "Customer reference",
        maxLength: 40,
        ...(customerRef ? { value: customerRef } : {}),
      },
      { ...text, id: "phone", label: "Phone number", maxLength: 40 },
      { ...text, id: "email", label: "Email address", maxLength: 254 },
      {
        kind: "choice",
        id: "channel",
        label: "How do you plan to deal with them?",
        required: false,
        options: optionsOf(CHANNELS, CHANNEL_WORDS),
      },
      {
        ...text,
        id: "why",
        label: "Why do you check?",
        hint: "For example: I am about to ring back.",
        required: true,
        maxLength: 300,
      },
    ],
    target,
  };
}

export type CheckAnswerFacts = {
  /** What was asked, not echoed: "C-1042", "That number", "That email address", "That name". */
  readonly asked: string;
  readonly checked: Moment;
  /** Over 20 checks in an hour by this person: the register team is told, and so are they. */
  readonly manyChecks: boolean;
  readonly answer: /** Sentences of the arrangement for officers; `customerTold` as in handling-words.ts. */
    | { readonly code: "entry"; readonly instructions: readonly string[]; readonly customerTold: boolean }
    | { readonly code: "nothing" }
    | { readonly code: "name-only" }
    | { readonly code: "nothing-given" }
    | { readonly code: "unavailable" };
};

export function checkAnswer({ asked, checked, answer, manyChecks }: CheckAnswerFacts): Card {
  const when = momentInWords(checked);
  return {
    title: "Check a contact",
    notification: "The answer to your check.",
    body: [
      ...(answer.code === "entry" && !answer.customerTold ? [line({ strong: MAY_NOT_KNOW })] : []),
      line({ strong: `${asked}: ` }, sentence(answer)),
      ...(answer.code === "entry" ? [list(answer.instructions)] : []),
      note(answer.code === "unavailable" ? `Not checked, ${when}.` : `Checked ${when}. This check was recorded.`),
      ...(manyChecks
        ? [note("You have made over 20 checks in an hour. The register team has been told. You can go on.")]
        : []),
    ],
    buttons: [],
  };
}

function sentence(answer: CheckAnswerFacts["answer"]): string {
  switch (answer.code) {
    case "entry":
      return "keep to this.";
    case "nothing":
      return "nothing to keep to.";
    case "name-only":
      return "a name is not enough to check. Give a reference, a phone number or an email address.";
    case "nothing-given":
      return "that cannot be checked. Give a reference, a phone number or an email address.";
    case "unavailable":
      return "the register cannot be reached. Treat as unknown and try again in a minute.";
  }
}
