/** To the register team's channel: masked. Reference, kind of breach, service, counts; nothing about a person. */
import { CHANNEL_WORDS, KIND_WORDS } from "../src/policy/arrangement/plain-words.ts";
import { counted, listOf, sentenceCase } from "../src/policy/arrangement/uk-words.ts";
import type { Channel, Outcome, RestrictionKind } from "../src/policy/vocabulary.ts";
import { type AlertState, isSaidToBeAnother } from "./alert-officer.ts";
import { line, note, opens } from "./blocks.ts";
import { type Moment, momentInWords, timeSince } from "./dates.ts";
import type { Card, Target } from "./model.ts";

export type AlertChannelFacts = {
  readonly target: Target;
  readonly ref: string;
  readonly outcome: Extract<Outcome, "breach" | "conditional">;
  /** `null` when neither the contact nor the officer says which. */
  readonly service: string | null;
  readonly channel: Channel;
  readonly occurred: Moment;
  /** Officers whom the contact reached; 0 is a service line, or somebody who is not on the staff list. */
  readonly reached: number;
  /** How many contacts are in it. */
  readonly contacts: number;
  /** The kind of breach. */
  readonly kinds: readonly RestrictionKind[];
  /** How many of the officers reached were told, which managers, and whether the point of contact or reader was. */
  readonly told: {
    readonly officers: number;
    readonly managers: readonly string[];
    readonly pointOfContact: boolean;
  };
  readonly state: AlertState;
};

export function alertChannel(facts: AlertChannelFacts): Card {
  const where = [
    facts.service ?? "service not known",
    CHANNEL_WORDS[facts.channel],
    ...new Set(facts.kinds.map((kind) => KIND_WORDS[kind])),
    `${facts.reached === 0 ? "no officer" : counted(facts.reached, "officer")} reached`,
    ...(facts.contacts > 1 ? [`${facts.contacts} contacts`] : []),
  ];
  return {
    title: title(facts),
    notification: "Contact outside an arrangement: open to see more.",
    body: [
      line(where.map((part, index) => (index === 0 ? sentenceCase(part) : part)).join(" · ")),
      line(whoHasIt(facts)),
      note(`Reference ${facts.ref} · ${momentInWords(facts.occurred)} · Open is for those entitled, and is recorded.`),
    ],
    buttons: [opens("alert-open", "Open", facts.target)],
  };
}

function title({ state, outcome }: AlertChannelFacts): string {
  if (isSaidToBeAnother(state)) return "Contact said to be from someone else";
  if (state.code === "allowed") return "Contact said to be allowed";
  return outcome === "breach" ? "Contact outside an arrangement" : "Contact that may be outside an arrangement";
}

/** What came of the question whose card stands below. */
const JUDGED = {
  open: "See the question below.",
  same: "You say that it is the customer after all.",
  not_same: "You say so too.",
} as const;

function whoHasIt(facts: AlertChannelFacts): string {
  const { state, occurred } = facts;
  switch (state.code) {
    case "handled":
      return "The named officer has it.";
    case "acknowledged":
      return `Acknowledged, ${timeSince(state.when, occurred)}.`;
    case "someone-else":
      return `The officer says that it is someone else, ${timeSince(state.when, occurred)}. ${JUDGED[state.judgement ?? "open"]}`;
    case "allowed":
      return `The officer says that it was allowed, ${timeSince(state.when, occurred)}. Open it to see why.`;
    case "open":
      return whoWasTold(facts);
  }
}

/**
 * SCREENING section 6: the card says who was told, or that nobody could be. Staff are named only where the officer could
 * not be told: the channel is to know whom to ask.
 */
function whoWasTold({ reached, kinds, told: { officers, managers, pointOfContact } }: AlertChannelFacts): string {
  const who = kinds.includes("named_officer") ? "named officer" : "reader";
  const point = pointOfContact ? ` The ${who} has been told.` : "";
  if (officers + managers.length === 0) return `${nobodyTold(reached, pointOfContact)}${point}`;
  if (officers === reached && officers > 0) {
    const manager = managers.length > 0 ? " A manager has been told." : "";
    return `The ${plural(reached)} ${reached === 1 ? "has" : "have"} been told what to do.${manager}${point}`;
  }
  return `${partlyTold(officers, reached)}${instead(managers)}${point}`.trim();
}

function nobodyTold(reached: number, pointOfContact: boolean): string {
  if (!pointOfContact) return "Nobody could be told. Speak to the officer or the service now.";
  return reached === 0 ? "Nobody at the service could be told." : `The ${plural(reached)} could not be told.`;
}

function partlyTold(officers: number, reached: number): string {
  if (reached === 0) return "";
  if (officers === 0) return `The ${plural(reached)} could not be told.`;
  return `${officers} of ${reached} officers could be told what to do.`;
}

function instead(managers: readonly string[]): string {
  return managers.length === 0 ? "" : ` ${listOf(managers)} ${managers.length === 1 ? "has" : "have"} been told.`;
}

function plural(officers: number): string {
  return officers === 1 ? "officer" : "officers";
}
