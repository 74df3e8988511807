/**
 * What an officer is told to do now: handling codes (SCREENING section 4) as sentences, by policy pack, kind and channel.
 * Nobody is told to end the call of a visit. A long file on purpose: it is a table.
 */
import { CHANNEL_WORDS } from "../src/policy/arrangement/plain-words.ts";
import { counted, listOf } from "../src/policy/arrangement/uk-words.ts";
import type { Channel, Direction, Handling } from "../src/policy/vocabulary.ts";

/** What the sentences depend on. Names are of staff or of a contact of the organisation, never of a customer. */
export type HandlingFacts = {
  /** It is outside a sole point of contact, under a policy that disregards such contact. */
  readonly disregarded: boolean;
  readonly handling: readonly Handling[];
  readonly channel: Channel;
  readonly direction: Direction;
  /** The decision letter is recorded as sent. */
  readonly customerTold: boolean;
  /** The point of contact, or the deputy who stands in. Absent: nobody is present. `service`: null outside the staff. */
  readonly pointOfContact?: { readonly name: string; readonly service: string | null; readonly told: boolean };
  /** Who reads a closed matter. */
  readonly reader?: string;
  readonly openChannels?: readonly Channel[];
  /** When calls are taken, in the words of the arrangement. */
  readonly callTimes?: string;
  readonly maxMinutes?: number;
  /** The platforms or premises that it is about, where the contact does not say which it was. */
  readonly onlyWhere?: readonly string[];
};

export const DANGER_FIRST = "If anyone may be in danger, deal with that first.";
export const MAY_NOT_KNOW = "The customer may not know this yet: explain it, do not refuse or end the contact.";

type Medium = "call" | "writing" | "premises" | "home";
const MEDIUM: Record<Channel, Medium> = {
  phone: "call",
  email: "writing",
  letter: "writing",
  visit: "premises",
  meeting: "premises",
  home_visit: "home",
  social_media: "writing",
  web_form: "writing",
  text_message: "writing",
};

/** The order in which an officer needs them. */
const ORDER: readonly Handling[] = [
  "protected_contact",
  "check_protected",
  "check_topic",
  "keep_to_time",
  "do_not_visit",
  "require_witness",
  "attend_in_pairs",
  "refuse_entry",
  "end_call",
  "do_not_reply",
  "take_through_representative",
  "redirect_to_named_officer",
  "file_for_reader",
  "pass_to_colleague",
  "ask_to_write",
  "ask_to_use_open_channel",
];

/** What refuses or ends a contact: not said while the customer may not know (CASEWORK section 1). */
const REFUSING: ReadonlySet<Handling> = new Set<Handling>(["refuse_entry", "end_call", "do_not_reply"]);

const SENTENCE: Record<Handling, (facts: HandlingFacts) => string> = {
  protected_contact: () => "Deal with this as usual: contact of this kind is protected.",
  check_protected: () =>
    "Check first: it may be about safety, an appeal, a request for information or an election. If it is, deal with it as usual.",
  check_topic: ({ reader }) =>
    `Find out what it is about. If it is the closed matter, pass it to ${reader ?? "the register team"}, who reads it.`,
  keep_to_time: ({ maxMinutes }) =>
    maxMinutes ? `Keep this call to ${counted(maxMinutes, "minute")}.` : "Keep this call to the agreed length.",
  do_not_visit: () => "Do not visit.",
  require_witness: () => "Have a colleague with you as a witness from the start.",
  attend_in_pairs: () => "Go only with a colleague.",
  refuse_entry: ({ onlyWhere }) =>
    onlyWhere
      ? `At ${listOf(onlyWhere, "or")} ask the customer to make an appointment. Do not see them there without one.`
      : "Ask the customer to make an appointment. Do not see them without one.",
  end_call: endOfContact,
  do_not_reply: noAnswer,
  take_through_representative: () => "Take this only through somebody acting for the customer.",
  redirect_to_named_officer: pointOfContact,
  file_for_reader: ({ reader }) => `Pass it to ${reader ?? "the register team"}, who reads it.`,
  pass_to_colleague: () => "Pass it to a colleague whom the arrangement does not name.",
  ask_to_write: () => "Ask the customer to write a letter.",
  ask_to_use_open_channel: ({ openChannels }) =>
    openChannels?.length
      ? `Ask the customer to use a way that is open to them: ${listOf(
          openChannels.map((channel) => CHANNEL_WORDS[channel]),
          "or",
        )}.`
      : "Ask the customer to use a way that is open to them.",
};

/**
 * The sentences in the order an officer needs them. Never empty for a breach that the customer knows of;
 * while the customer may not know, sentences that refuse are left out and the first one says to explain.
 */
export function instructions(facts: HandlingFacts): readonly string[] {
  const wanted = ORDER.filter((code) => facts.handling.includes(code) && (facts.customerTold || !REFUSING.has(code)));
  const sentences = [...new Set(wanted.map((code) => SENTENCE[code](facts)))];
  const ordered = wanted[0] === "check_protected" && sentences.length > 1 ? ifNot(sentences) : sentences;
  return facts.customerTold ? ordered : [MAY_NOT_KNOW, ...onlyThere(facts), ...ordered];
}

/** What is done first where the match is only probable. */
export function confirmWho({ channel, direction }: Pick<HandlingFacts, "channel" | "direction">): string {
  if (MEDIUM[channel] !== "writing") return "Confirm who you are speaking to.";
  return direction === "inbound" ? "Confirm who it is from." : "Confirm who it is for.";
}

/** What follows the question whether it is protected is for when it is not. */
function ifNot([question = "", ...others]: readonly string[]): readonly string[] {
  return [`${question} If it is not, do this.`, ...others];
}

/** What is left of a condition whose sentence refuses. */
function onlyThere({ onlyWhere }: HandlingFacts): readonly string[] {
  return onlyWhere ? [`The arrangement is about ${listOf(onlyWhere, "or")} only.`] : [];
}

function noAnswer(facts: HandlingFacts): string {
  if (facts.direction === "outbound") return "Do not make this contact.";
  // "…the additional contact which falls outside of the restriction will be disregarded."
  if (facts.disregarded) return "Do not answer; file it.";
  switch (MEDIUM[facts.channel]) {
    case "call":
      return "Do not deal with the matter on this call.";
    case "writing":
      return facts.onlyWhere
        ? `Read it. If it came by ${listOf(facts.onlyWhere, "or")}, do not reply. If not, deal with it as usual.`
        : "Read it. Do not reply.";
    case "premises":
    case "home":
      return "Do not deal with the matter in person.";
  }
}

function endOfContact(facts: HandlingFacts): string {
  switch (MEDIUM[facts.channel]) {
    case "call":
      return facts.callTimes
        ? `Say that calls are taken ${facts.callTimes}, then end the call.`
        : "Say why, then end the call.";
    case "writing":
      return "Read it. Do not reply.";
    case "premises":
    case "home":
      return "Say why, then bring this to a close.";
  }
}

function pointOfContact({ pointOfContact: person }: HandlingFacts): string {
  if (person === undefined) return "Pass to the register team.";
  if (person.service === null) return `Pass it to ${person.name}, this customer's point of contact outside our staff.`;
  const told = person.told ? " and has been told" : "";
  return `${person.name} (${person.service}) is this customer's point of contact${told}.`;
}
