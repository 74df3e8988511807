/** To the register channel: an officer said "It is someone else". The alert is closed; whether it is the same person is asked. */
import { whoIsIt } from "./alert-details.ts";
import { line, note, opens, primary } from "./blocks.ts";
import { type Moment, momentInWords } from "./dates.ts";
import type { Card, Form, Target } from "./model.ts";

/** What the register team answered, on this card and on possible-match.ts. */
export type MatchState =
  | { readonly code: "open" }
  | { readonly code: "same"; readonly by: string; readonly when: Moment }
  /** `remembered`: it counts, so that the same is not asked again. */
  | { readonly code: "not-same"; readonly by: string; readonly when: Moment; readonly remembered: boolean };

export type SomeoneElseFacts = {
  readonly target: Target;
  readonly ref: string;
  readonly service: string | null;
  readonly when: Moment;
  /** `not-asked`: a later contact says more, and the officer has been told anew. */
  readonly state: MatchState | { readonly code: "not-asked" };
};

export function someoneElse(facts: SomeoneElseFacts): Card {
  const { state } = facts;
  return {
    title: "An officer says that it is someone else",
    notification: "The register team is asked who a contact was from.",
    body: [
      line(answerTo(facts)),
      note(`Reference ${facts.ref} · ${facts.service ?? "service not known"} · ${momentInWords(facts.when)}`),
    ],
    buttons:
      state.code === "not-asked" ? [opens("alert-open", "Open", facts.target)] : matchButtons(state, facts.target),
  };
}

function answerTo({ state }: SomeoneElseFacts): string {
  if (state.code === "not-asked")
    return "A later contact in the same conversation says more. The officer has been told again.";
  return matchAnswer(state) ?? "Open the details, then say whether it is the customer on the register.";
}

/** "It is someone else": asked again, because it closes the alert for good. It has no field. */
export function someoneElseForm({ target }: { readonly target: Target }): Form {
  return {
    name: "someone-else",
    title: "It is someone else",
    submit: "Confirm",
    intro: [
      line("This is final: the alert is closed, and the contact is dealt with as usual."),
      line("The register team looks at whose it was. If you are not sure, close this window and ask them first."),
    ],
    fields: [],
    target,
  };
}

/** What was answered, in a sentence; `undefined` while nobody has. */
export function matchAnswer(state: MatchState): string | undefined {
  switch (state.code) {
    case "open":
      return undefined;
    case "same":
      return `Same person: ${state.by}, ${momentInWords(state.when)}.`;
    case "not-same":
      return `Not the same person: ${state.by}, ${momentInWords(state.when)}. ${askedAgain(state.remembered)}`;
  }
}

/**
 * What "not the same person" does (SCREENING section 3). It is not remembered where what was given was forgotten before, where
 * it was the customer's reference, and once it was taken back.
 */
export function askedAgain(remembered: boolean): string {
  return remembered
    ? "You will not be asked about these two again for 90 days, unless the details of either change."
    : "You may be asked again.";
}

export function matchButtons(state: MatchState, target: Target): Card["buttons"] {
  const open = opens("alert-open", "Open", target);
  return state.code === "open" ? [primary(open), ...whoIsIt(target)] : [open];
}
