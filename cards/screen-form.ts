/**
 * "This is contact from a customer": said of a message in the chat, so that the contact is screened.
 * Asked first: from whom, how and when; all else can stay as it is or empty.
 * Field ids: customerRef, phone, email, name, channel, on, at, excerpt, service, subject, topicRef, protectedReason,
 * onBehalfName, relationship.
 */
import { CHANNEL_WORDS, PROTECTED_WORDS } from "../src/policy/arrangement/plain-words.ts";
import { CHANNELS, PROTECTED_REASONS, type ProtectedReason, RELATIONSHIPS } from "../src/policy/vocabulary.ts";
import { line } from "./blocks.ts";
import { optionsOf, RELATIONSHIP_WORDS } from "./labels.ts";
import type { Field, Form, Target } from "./model.ts";
import { section } from "./section.ts";
import { serviceField } from "./service-field.ts";

export type ScreenFormFacts = {
  readonly target: Target;
  readonly services: readonly string[];
  /** When it is now where the organisation is: "2026-03-03" and "09:30". */
  readonly now: { readonly day: string; readonly time: string };
  /** The words of the message. */
  readonly message?: string;
};

/** As a letter has them, said to somebody else than the customer. */
const OF_A_CUSTOMER: Readonly<Record<ProtectedReason, string>> = {
  ...PROTECTED_WORDS,
  elected_member: "something the customer wants to tell their councillor or MP",
};

/** SCREENING section 1: so much of what was said is looked through. */
const EXCERPT = 2_000;

export function screenForm(facts: ScreenFormFacts): Form {
  return {
    name: "screen",
    title: "Contact from a customer",
    submit: "Check this contact",
    intro: [line("You are told at once what to do. Only you see this form and the answer. The contact is recorded.")],
    fields: [
      ...who(),
      ...how(facts),
      excerpt(facts),
      ...section("You can leave the rest empty", about(facts)),
      ...section("If somebody else made it for the customer", onBehalf()),
    ],
    target: facts.target,
  };
}

function who(): Field[] {
  const hint = "Any one of the first three is enough. A name alone is not enough to check.";
  return [
    { ...short("customerRef", "Customer reference", 40), hint },
    short("phone", "Phone number it came from", 40),
    short("email", "Email address it came from", 254),
    short("name", "Name they gave", 200),
  ];
}

function how({ now }: ScreenFormFacts): Field[] {
  return [
    {
      kind: "choice",
      id: "channel",
      label: "How did it reach us?",
      required: true,
      options: optionsOf(CHANNELS, CHANNEL_WORDS),
      value: "email",
    },
    { kind: "date", id: "on", label: "Which day?", required: true, value: now.day },
    { kind: "time", id: "at", label: "What time?", required: true, value: now.time },
  ];
}

/** Shown to the officer, who can shorten it: nothing travels with the form that they do not see. */
function excerpt({ message }: ScreenFormFacts): Field {
  const shown = beginning((message ?? "").trim());
  const cut = shown === (message ?? "").trim() ? "" : " The message is longer: this is how it begins.";
  return {
    kind: "text",
    id: "excerpt",
    label: "What the message said",
    hint: `We look through it for words about safety, appeals and the like. It is not kept.${cut}`,
    required: false,
    multiline: true,
    maxLength: EXCERPT,
    ...(shown ? { value: shown } : {}),
  };
}

/** In UTF-16 units, as the chats count what stands in a field; never half a character. */
function beginning(message: string): string {
  return message.length <= EXCERPT ? message : message.slice(0, EXCERPT).replace(/[\uD800-\uDBFF]$/, "");
}

function about({ services }: ScreenFormFacts): Field[] {
  return [
    ...serviceField(services, {
      label: "Which service line or shared inbox did it reach?",
      hint: "Leave this empty if it reached you.",
    }),
    short("subject", "What is it about?", 300),
    short("topicRef", "Reference of that matter", 80),
    {
      kind: "choice",
      id: "protectedReason",
      label: "Is it contact that we always deal with?",
      required: false,
      options: optionsOf(PROTECTED_REASONS, OF_A_CUSTOMER),
    },
  ];
}

function onBehalf(): Field[] {
  return [
    { ...short("onBehalfName", "Their name", 200), hint: "Further up, give the customer's details, not theirs." },
    {
      kind: "choice",
      id: "relationship",
      label: "Who are they to the customer?",
      required: false,
      options: optionsOf(RELATIONSHIPS, RELATIONSHIP_WORDS),
    },
  ];
}

function short(id: string, label: string, maxLength: number): Extract<Field, { kind: "text" }> {
  return { kind: "text", id, label, required: false, multiline: false, maxLength };
}
