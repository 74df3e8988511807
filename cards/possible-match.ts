/** To the register channel alone: a contact may be from a customer on the register (SCREENING section 6). Masked. */
import { CHANNEL_WORDS } from "../src/policy/arrangement/plain-words.ts";
import type { Channel, Direction } from "../src/policy/vocabulary.ts";
import { line, note } from "./blocks.ts";
import { type Moment, momentInWords } from "./dates.ts";
import type { Card, Target } from "./model.ts";
import { type MatchState, matchAnswer, matchButtons } from "./someone-else.ts";

export type PossibleMatchFacts = {
  readonly target: Target;
  readonly ref: string;
  readonly service: string | null;
  readonly channel: Channel;
  readonly direction: Direction;
  readonly occurred: Moment;
  /** How many contacts are in it. */
  readonly contacts: number;
  readonly state: MatchState;
};

export function possibleMatch(facts: PossibleMatchFacts): Card {
  const { state } = facts;
  const beforeVisit = facts.channel === "home_visit" && facts.direction === "outbound" && state.code !== "not-same";
  return {
    // A visit cannot be undone: that stands first (SCREENING section 6).
    title: beforeVisit ? "Speak to the officer before they go" : "This may be a customer on the register",
    notification: "The register team is asked who a contact is from.",
    body: [
      ...(beforeVisit ? [line("The person they are to visit may be a customer on the register.")] : []),
      line(
        matchAnswer(state) ??
          "The officer has not been told. Open the details, then say whether it is the same person.",
      ),
      note(about(facts)),
    ],
    buttons: matchButtons(state, facts.target),
  };
}

function about({ ref, service, channel, occurred, contacts }: PossibleMatchFacts): string {
  const several = contacts > 1 ? [`${contacts} contacts`] : [];
  return [
    `Reference ${ref}`,
    service ?? "service not known",
    CHANNEL_WORDS[channel],
    momentInWords(occurred),
    ...several,
  ].join(" · ");
}
