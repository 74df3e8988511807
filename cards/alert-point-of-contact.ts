/** To the named officer or the reader: contact that reached somebody else, and is theirs to see to. */
import { CHANNEL_WORDS } from "../src/policy/arrangement/plain-words.ts";
import { listOf } from "../src/policy/arrangement/uk-words.ts";
import type { Channel } from "../src/policy/vocabulary.ts";
import type { AlertState } from "./alert-officer.ts";
import { line, note, opens } from "./blocks.ts";
import { type Moment, momentInWords, timeOf } from "./dates.ts";
import { DANGER_FIRST, type HandlingFacts, instructions, MAY_NOT_KNOW } from "./handling-words.ts";
import type { Block, Card, Target } from "./model.ts";

export type AlertPointOfContactFacts = {
  readonly target: Target;
  readonly ref: string;
  readonly customerRef: string;
  readonly channel: Channel;
  readonly occurred: Moment;
  /** A closed matter that they read, not a customer of theirs. */
  readonly isReader: boolean;
  readonly customerTold: boolean;
  /** The officers reached by it, by name; none is a service line. */
  readonly reached: readonly string[];
  /** How many of them were told, and which managers instead. */
  readonly told: { readonly officers: number; readonly managers: readonly string[] };
  /** It reached them as well. */
  readonly handled: boolean;
  /** What their own part in it asks of them, when that reached them outside an arrangement or on a condition. */
  readonly own?: HandlingFacts;
  readonly state: AlertState;
};

export function alertPointOfContact(facts: AlertPointOfContactFacts): Card {
  const { target, ref, customerRef, channel, occurred, isReader } = facts;
  const customerTold = facts.customerTold && (facts.own?.customerTold ?? true);
  const now = whatToDo(facts);
  return {
    title: isReader ? "A closed matter came in: it is yours to read" : "A customer of yours contacted somebody else",
    notification: "Contact outside an arrangement: open to see what to do.",
    body: [
      ...(customerTold
        ? [line(DANGER_FIRST), line(now)]
        : [line({ strong: MAY_NOT_KNOW }), line(`${DANGER_FIRST} ${now}`)]),
      about([`Customer ${customerRef}`, CHANNEL_WORDS[channel], momentInWords(occurred), ref]),
    ],
    buttons: [opens("alert-open", "Open", target)],
  };
}

function about(parts: readonly string[]): Block {
  return note(parts.join(" · "));
}

function whatToDo(facts: AlertPointOfContactFacts): string {
  const { state } = facts;
  if (state.code === "someone-else" && !state.sameAfterAll)
    return `${state.by} says that it is someone else, ${timeOf(state.when)}. The register team looks at whose it was.`;
  if (state.code === "allowed") return `${state.by} says that it was allowed, ${timeOf(state.when)}.`;
  return [whoseItIs(facts), ...ownPart(facts)].join(" ");
}

function ownPart({ own }: AlertPointOfContactFacts): readonly string[] {
  return own ? instructions(own).filter((sentence) => sentence !== MAY_NOT_KNOW) : [];
}

function whoseItIs(facts: AlertPointOfContactFacts): string {
  if (facts.handled && !facts.isReader)
    return "It reached you too. The others have been told not to reply: it is yours.";
  const next = facts.isReader
    ? "Ask for it, and read it for danger or anything new. It gets no answer."
    : "Ask for it, and deal with it as the arrangement says.";
  return `${whoHasIt(facts)} ${next}`;
}

function whoHasIt({ reached, told, isReader }: AlertPointOfContactFacts): string {
  const who = reached.length === 0 ? "No one officer" : listOf(reached);
  const was = `${who} ${reached.length > 1 ? "were" : "was"} reached`;
  const knows = isReader ? "told to pass it to you" : "told that you are the point of contact";
  if (told.officers > 0) return `${was} and ${knows}.`;
  if (told.managers.length === 0) return `${was}, and nobody could be told.`;
  return `${was}. ${listOf(told.managers)} ${told.managers.length > 1 ? "were" : "was"} ${knows}.`;
}
