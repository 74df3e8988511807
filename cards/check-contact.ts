/** `/check-contact`: may this customer be dealt with, and how? The answer has one shape whether there is an entry or not. */
import { CHANNEL_WORDS } from "../src/policy/arrangement/plain-words.ts";
import { CHANNELS } from "../src/policy/vocabulary.ts";
import { line, note } from "./blocks.ts";
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
    intro: [
      line("Give a reference, a phone number or an email address. Only you see the answer. The check is recorded."),
    ],
    fields: [
      {
        ...text,
        id: "customerRef",
        label: "Customer reference",
        hint: "Check that it is right: one that does not exist gets the same answer as one with nothing to keep to.",
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
        label: "Why are you checking?",
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
  readonly answer: CheckAnswer;
};

/**
 * In words of the policy: what is asked on the planned channel (null: none was named), everything in force for an officer to
 * act on, and the sentences that letter and register have.
 */
type Asked = { readonly planned: string | null; readonly instruction: string; readonly inFull: string };

type CheckAnswer =
  /** `customerTold` as in handling-words.ts. */
  | ({ readonly code: "entry"; readonly customerTold: boolean } & Asked)
  | ({ readonly code: "nothing" } & Asked)
  | { readonly code: "ask-register-team" }
  | { readonly code: "name-only" }
  | { readonly code: "nothing-given" };

export function checkAnswer({ asked, checked, answer, manyChecks }: CheckAnswerFacts): Card {
  const [first, ...others] = sentences(answer);
  return {
    title: "Check a contact",
    notification: "The answer to your check.",
    body: [
      ...(answer.code === "entry" && !answer.customerTold ? [line({ strong: MAY_NOT_KNOW })] : []),
      line({ strong: `${asked}: ` }, answer.code === "ask-register-team" ? first : lowerFirst(first)),
      ...others.map((sentence) => line({ strong: "Everything in force: " }, lowerFirst(sentence))),
      ...("inFull" in answer ? [line({ strong: "In full: " }, answer.inFull)] : []),
      note(
        wasChecked(answer)
          ? `Checked ${momentInWords(checked)}. This check was recorded.`
          : `Not checked, ${momentInWords(checked)}. This was recorded.`,
      ),
      ...(manyChecks
        ? [note("You have made over 20 checks in an hour. The register team has been told. You can go on.")]
        : []),
    ],
    buttons: [],
  };
}

/** The planned channel before everything else in force, and a line for each. */
function sentences(answer: CheckAnswer): readonly [string, ...string[]] {
  switch (answer.code) {
    case "entry":
    case "nothing":
      return answer.planned === null ? [answer.instruction] : [answer.planned, answer.instruction];
    case "ask-register-team":
      return ["Ask the register team before you go."];
    case "name-only":
      return ["a name is not enough to check. Give a reference, a phone number or an email address."];
    case "nothing-given":
      return ["that cannot be checked. Give a reference, a phone number or an email address."];
  }
}

function wasChecked({ code }: CheckAnswer): boolean {
  return code === "entry" || code === "nothing" || code === "ask-register-team";
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
