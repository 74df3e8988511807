/** To the named officer or the reader: contact that reached somebody else, and is theirs to see to. */
import { CHANNEL_WORDS } from "../src/policy/arrangement/plain-words.ts";
import { listOf } from "../src/policy/arrangement/uk-words.ts";
import type { Channel } from "../src/policy/vocabulary.ts";
import { type AlertState, registerTeamSays, titleAnswered } from "./alert-officer.ts";
import { line, note, opens } from "./blocks.ts";
import { type Moment, momentInWords, timeSince } from "./dates.ts";
import { DANGER_FIRST, type HandlingFacts, instructions, MAY_NOT_KNOW } from "./handling-words.ts";
import type { Block, Card, Target } from "./model.ts";

export type AlertPointOfContactFacts = {
  readonly target: Target;
  readonly ref: string;
  readonly customerRef: string;
  readonly channel: Channel;
  readonly occurred: Moment;
  /** How many contacts are in it. */
  readonly contacts: number;
  /** A closed matter that they read, not a customer of theirs. */
  readonly isReader: boolean;
  readonly customerTold: boolean;
  /** The officers reached by it who were told, by name, and those who were not; neither is a service line. */
  readonly reached: readonly string[];
  readonly missed: readonly string[];
  /** The managers told in the place of those who were not. */
  readonly told: { readonly managers: readonly string[] };
  /** It reached them as well. */
  readonly handled: boolean;
  /** What their own part in it asks of them, when that reached them outside an arrangement or on a condition. */
  readonly own?: HandlingFacts;
  readonly state: AlertState;
};

export function alertPointOfContact(facts: AlertPointOfContactFacts): Card {
  const { target, ref, customerRef, channel, occurred, isReader } = facts;
  const now = whatToDo(facts);
  const several = facts.contacts > 1 ? [`${facts.contacts} contacts`] : [];
  return {
    title: titleAnswered(facts.state) ?? (isReader ? YOURS_TO_READ : CUSTOMER_OF_YOURS),
    notification: "Contact outside an arrangement: open to see what to do.",
    body: [
      ...(knows(facts) || titleAnswered(facts.state)
        ? [line(DANGER_FIRST), line(now)]
        : [line({ strong: MAY_NOT_KNOW }), line(`${DANGER_FIRST} ${now}`)]),
      about([`Customer ${customerRef}`, CHANNEL_WORDS[channel], momentInWords(occurred), ...several, ref]),
    ],
    buttons: [opens("alert-open", "Open", target)],
  };
}

const YOURS_TO_READ = "A closed matter came in: it is yours to read";
const CUSTOMER_OF_YOURS = "A customer of yours contacted somebody else";

/** Whether the customer was told of what they are held to, here and in the reader's own part. */
function knows({ customerTold, own }: AlertPointOfContactFacts): boolean {
  return customerTold && (own?.customerTold ?? true);
}

function about(parts: readonly string[]): Block {
  return note(parts.join(" · "));
}

function whatToDo(facts: AlertPointOfContactFacts): string {
  const { state, occurred } = facts;
  if (state.code === "someone-else" && state.judgement !== "same")
    return `${state.by} says that it is someone else, ${timeSince(state.when, occurred)}. ${registerTeamSays(state)}`;
  if (state.code === "allowed") return `${state.by} says that it was allowed, ${timeSince(state.when, occurred)}.`;
  return [whoseItIs(facts), ...ownPart(facts)].join(" ");
}

function ownPart({ own }: AlertPointOfContactFacts): readonly string[] {
  return own ? instructions(own).filter((sentence) => sentence !== MAY_NOT_KNOW) : [];
}

function whoseItIs(facts: AlertPointOfContactFacts): string {
  if (facts.handled && !facts.isReader) return `It reached you too, and it is yours. ${whoLeavesIt(facts)}`;
  const next = facts.isReader
    ? `Ask for it, and read it for danger or anything new.${knows(facts) ? " It gets no answer." : ""}`
    : "Ask for it, and deal with it as the arrangement says.";
  return `${whoHasIt(facts)} ${next}`;
}

function whoLeavesIt({ reached, missed }: AlertPointOfContactFacts): string {
  if (missed.length === 0) return "The others have been told not to reply.";
  const told = reached.length === 0 ? "" : `${people(reached, "has", "have")} been told not to reply. `;
  return `${told}${people(missed, "has", "have")} not been told.`;
}

function whoHasIt({ reached, missed, told: { managers }, isReader }: AlertPointOfContactFacts): string {
  const knows = isReader ? "told to pass it to you" : "told that you are the point of contact";
  if (reached.length > 0) {
    const instead = managers.length === 0 ? "" : `; ${people(managers, "was", "were")} told instead`;
    const too =
      missed.length === 0 ? "" : ` ${people(missed, "was", "were")} reached too but could not be told${instead}.`;
    return `${people(reached, "was", "were")} reached and ${knows}.${too}`;
  }
  const was = `${missed.length === 0 ? "No single officer was" : people(missed, "was", "were")} reached`;
  return managers.length === 0
    ? `${was}, and nobody could be told.`
    : `${was}. ${people(managers, "was", "were")} ${knows}.`;
}

/** "Ben Northmoor was", "Ben Northmoor and Cora Northmoor were" */
function people(names: readonly string[], one: string, several: string): string {
  return `${listOf(names)} ${names.length > 1 ? several : one}`;
}
