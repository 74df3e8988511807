/** To the register team's channel: masked. Reference, kind of breach, service, counts; nothing about a person. */
import { CHANNEL_WORDS } from "../src/policy/arrangement/plain-words.ts";
import { counted, sentenceCase } from "../src/policy/arrangement/uk-words.ts";
import type { Channel, Outcome } from "../src/policy/vocabulary.ts";
import type { AlertState } from "./alert-officer.ts";
import { line, note, opens } from "./blocks.ts";
import { type Moment, momentInWords, timeOf } from "./dates.ts";
import type { Card, Target } from "./model.ts";

export type AlertChannelFacts = {
  readonly target: Target;
  readonly ref: string;
  readonly outcome: Extract<Outcome, "breach" | "conditional">;
  /** `null` when neither the contact nor the officer says which. */
  readonly service: string | null;
  readonly channel: Channel;
  readonly occurred: Moment;
  /** Officers whom the contact reached; 0 is a service line. */
  readonly reached: number;
  /** How many contacts are in it. */
  readonly contacts: number;
  /** Who was told instead when the officer could not be: "the service manager"; null when nobody could be. */
  readonly told:
    | { readonly code: "officer" }
    | { readonly code: "instead"; readonly who: string }
    | { readonly code: "nobody" };
  readonly state: AlertState;
};

export function alertChannel(facts: AlertChannelFacts): Card {
  const where = [
    facts.service ?? "service not known",
    CHANNEL_WORDS[facts.channel],
    reached(facts.reached),
    ...(facts.contacts > 1 ? [`${facts.contacts} contacts`] : []),
  ];
  return {
    title: facts.outcome === "breach" ? "Contact outside an arrangement" : "Contact that may be outside an arrangement",
    notification: "Contact outside an arrangement: open to see more.",
    body: [
      line(where.map((part, index) => (index === 0 ? sentenceCase(part) : part)).join(" · ")),
      line(told(facts)),
      note(`Reference ${facts.ref} · ${momentInWords(facts.occurred)} · Open is for those entitled, and is recorded.`),
    ],
    buttons: [opens("alert-open", "Open", facts.target)],
  };
}

function reached(count: number): string {
  return count === 0 ? "a service line" : `${counted(count, "officer")} reached`;
}

function told({ state, told: whom }: AlertChannelFacts): string {
  switch (state.code) {
    case "handled":
      return "The point of contact has it.";
    case "acknowledged":
      return `Acknowledged, ${timeOf(state.when)}.`;
    case "someone-else":
      return `The officer says that it is someone else, ${timeOf(state.when)}. See the question below.`;
    case "allowed":
      return `The officer says that it was allowed, ${timeOf(state.when)}. Open it to see why.`;
    case "open":
      switch (whom.code) {
        case "officer":
          return "The officer has been told what to do.";
        case "instead":
          return `The officer could not be told. ${sentenceCase(whom.who)} has been told instead.`;
        case "nobody":
          return "Nobody could be told. Speak to the officer or the service now.";
      }
  }
}
