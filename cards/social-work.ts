/**
 * "Is this customer known to Social Work Services?": the question to a liaison, its form, and the news to the proposer.
 * Posted: asked and answered, nothing more (WORDS); the name and the answer stand in dialogs.
 */
import { ukDate } from "../src/policy/arrangement/uk-words.ts";
import { danger, line, note, opens, primary } from "./blocks.ts";
import { type Day, dayOf, type Moment, momentInWords } from "./dates.ts";
import type { Card, Field, Form, Target } from "./model.ts";

export type SocialWorkQuestionFacts = {
  readonly target: Target;
  readonly proposalRef: string;
  readonly askedBy: string;
  readonly asked: Moment;
  readonly reminder: boolean;
  /** `not-held`: on the short road, where the decision does not wait; `decided`: it did not; `not-needed`: the proposal was taken back or turned down. */
  readonly state:
    | { readonly code: "open" | "not-held" | "decided" | "not-needed" }
    | { readonly code: "answered"; readonly by: string; readonly when: Moment };
};

export function socialWorkQuestion({
  target,
  proposalRef,
  askedBy,
  asked,
  reminder,
  state,
}: SocialWorkQuestionFacts): Card {
  const open = state.code !== "answered" && state.code !== "not-needed";
  return {
    title: QUESTION_TITLES[state.code],
    notification: open ? "A question is waiting for you." : "A question is closed.",
    body: [
      line(questionWords({ proposalRef, reminder, state })),
      note(
        `Asked by ${askedBy}, ${momentInWords(asked)}.${open ? " The name is shown when you open it; opening is recorded." : ""}`,
      ),
    ],
    buttons: open ? [primary(opens("social-work-answer", "Answer", target))] : [],
  };
}

const QUESTION_TITLES = {
  open: "A question to Social Work",
  "not-held": "A question to Social Work",
  decided: "A question to Social Work",
  answered: "The question to Social Work is answered",
  "not-needed": "The question to Social Work is closed",
} as const;

function questionWords({
  proposalRef,
  reminder,
  state,
}: Pick<SocialWorkQuestionFacts, "proposalRef" | "reminder" | "state">): string {
  switch (state.code) {
    case "open":
      return `${reminder ? "There is no answer yet. " : ""}Is a customer known to Social Work Services? A decision about ${proposalRef} waits for your answer.`;
    case "not-held":
      return `${reminder ? "There is no answer yet. " : ""}Is a customer known to Social Work Services? A decision about ${proposalRef} does not wait for your answer. It is wanted all the same: it can still change what is decided.`;
    case "decided":
      return `${reminder ? "There is no answer yet. " : ""}Is a customer known to Social Work Services? The decision about ${proposalRef} did not wait, and your answer is still wanted.`;
    case "answered":
      return `Answered by ${state.by}, ${momentInWords(state.when)}.`;
    case "not-needed":
      return `${proposalRef} is closed. There is nothing to answer.`;
  }
}

export type SocialWorkAnswerFacts = {
  readonly target: Target;
  readonly proposalRef: string;
  readonly customer: { readonly ref: string; readonly name: string };
  /** The pack offers a social or care worker as the point of contact. */
  readonly careWorker: boolean;
};

const SHORT = { required: false, multiline: false, maxLength: 200 } as const;

const CARE_WORKER: readonly Field[] = [
  {
    kind: "text",
    id: "careWorker",
    label: "Who is their social or care worker?",
    hint: "Their name. They may be the right point of contact.",
    ...SHORT,
  },
  { kind: "text", id: "careWorkerBody", label: "Who do they work for?", ...SHORT },
  { kind: "text", id: "careWorkerPhone", label: "Their phone number", ...SHORT },
  { kind: "text", id: "careWorkerEmail", label: "Their email address", ...SHORT },
];

/** Field ids: known ("yes" | "no"), careWorker, careWorkerBody, careWorkerPhone, careWorkerEmail, note. */
export function socialWorkAnswerForm({ target, proposalRef, customer, careWorker }: SocialWorkAnswerFacts): Form {
  return {
    name: "social-work-answer",
    title: "Question to Social Work",
    submit: "Send answer",
    intro: [
      line({ strong: `${customer.name} (${customer.ref})` }),
      line(
        `A restriction of contact is proposed (${proposalRef}). Your answer is seen by those who propose and decide it.`,
      ),
    ],
    fields: [
      {
        kind: "choice",
        id: "known",
        label: "Is this customer known to Social Work Services?",
        required: true,
        options: [
          { value: "yes", label: "Yes" },
          { value: "no", label: "No" },
        ],
      },
      ...(careWorker ? CARE_WORKER : []),
      {
        kind: "text",
        id: "note",
        label: "What should be taken into account?",
        hint: "Only what is needed for this decision.",
        required: false,
        multiline: true,
        maxLength: 1_000,
      },
    ],
    target,
  };
}

export type SocialWorkNewsFacts = {
  readonly proposal: Target;
  readonly question: Target;
  readonly proposalRef: string;
  readonly asked: Moment;
  /** The proposal is with its proposer, who can change it, send it or take it back. */
  readonly inHand: boolean;
  /** It does not go out without an answer, or an attempt that is recorded. */
  readonly waits: boolean;
  /** When Social Work was last tried again; null: not yet. */
  readonly tried: Day | null;
  /** `answered-late`: the decision did not wait for it. */
  readonly state:
    | { readonly code: "waiting" | "not-needed" }
    | { readonly code: "answered" | "answered-late"; readonly when: Moment };
};

/** To the proposer: there is an answer, or there is none and they may go on once they have tried again. */
export function socialWorkNews(facts: SocialWorkNewsFacts): Card {
  const { proposal, question, proposalRef, asked, inHand, tried, state } = facts;
  const again = opens("social-work-attempt", "Record that I tried again", question);
  const goOn = opens("proposal-edit", `Go on with ${proposalRef}`, proposal);
  const withdraw = danger(opens("proposal-withdraw", "Withdraw", proposal));
  const read = opens("proposal-read", "Read the case", proposal);
  if (state.code === "not-needed")
    return {
      title: "The question to Social Work is closed",
      notification: "A question is closed.",
      body: [line(`${proposalRef} is closed. There is nothing more to do.`)],
      buttons: [],
    };
  if (state.code === "answered-late")
    return {
      title: "Social Work has answered",
      notification: "An answer has arrived after the decision.",
      body: [
        line(
          `Answered ${momentInWords(state.when)}, after the decision about ${proposalRef}. Asked ${dayOf(asked)}. ${IN_THE_CASE}`,
        ),
      ],
      buttons: [read],
    };
  return state.code === "answered"
    ? {
        title: "Social Work has answered",
        notification: "An answer has arrived for your proposal.",
        body: [
          line(
            `Answered ${momentInWords(state.when)}. Asked ${dayOf(asked)}. ${inHand ? `You can go on with ${proposalRef}.` : IN_THE_CASE}`,
          ),
        ],
        buttons: inHand ? [primary(goOn), withdraw] : [read],
      }
    : {
        title: "Social Work has not answered yet",
        notification: "Your proposal still waits for an answer.",
        body: [line(`Asked ${dayOf(asked)}. ${tried === null ? tryAgain(facts) : triedAgain(facts, tried)}`)],
        // What the words ask for stands out: first the attempt, and once it is recorded to go on.
        buttons: inHand
          ? [...(tried === null ? [primary(again), goOn] : [primary(goOn), again]), withdraw]
          : [tried === null ? primary(again) : again, read],
      };
}

function tryAgain({ inHand, waits, proposalRef }: SocialWorkNewsFacts): string {
  const then = inHand && waits ? `${proposalRef} can then go on` : `it is kept with ${proposalRef}`;
  return `Try again, by phone if you can. Record that you did: ${then}.`;
}

/** Whether the attempt came late enough is for the gate to say, on the way. */
function triedAgain({ inHand, proposalRef }: SocialWorkNewsFacts, tried: Day): string {
  const next = inHand ? ` Go on with ${proposalRef}, or try once more.` : "";
  return `Tried again on ${ukDate(tried)}: this is kept with ${proposalRef}.${next}`;
}

const IN_THE_CASE = "The answer is in the case.";

/** Field ids: on, how. */
export function socialWorkAttemptForm({ target, today }: { readonly target: Target; readonly today: string }): Form {
  return {
    name: "social-work-attempt",
    title: "Record an attempt",
    submit: "Record",
    intro: [line("We keep with the proposal that Social Work was asked again, and how.")],
    fields: [
      { kind: "date", id: "on", label: "Which day did you try again?", required: true, value: today },
      {
        kind: "text",
        id: "how",
        label: "How did you try, and who did you reach?",
        required: true,
        multiline: true,
        maxLength: 500,
      },
    ],
    target,
  };
}
