/** "This is contact from a customer", said of a message: the form, and what to do now. */
import { randomUUID } from "node:crypto";
import type { Faults, Target, Values } from "../../../cards/model.ts";
import { screenAnswer } from "../../../cards/screen-answer.ts";
import { screenForm } from "../../../cards/screen-form.ts";
import { CHANNELS, PROTECTED_REASONS, RELATIONSHIPS } from "../../policy/vocabulary.ts";
import type { Actor } from "../../usecases/context.ts";
import type { ScreenFault, ScreenFromChat, ScreenOutcome } from "../../usecases/screen-from-chat.ts";
import type { Answer } from "../desk.ts";
import { among, dayIn, type OnSubmit, one, tooLong } from "./handler.ts";
import { instant, localNow } from "./local-moment.ts";

export type ScreenDeps = {
  readonly screenFromChat: (command: ScreenFromChat) => Promise<ScreenOutcome>;
  readonly now: () => Date;
};

/** The form for a contact that came to this officer now, with the words of the message in it. */
export function emptyScreen(actor: Actor, message: string, now: Date): Answer {
  const target = { id: randomUUID(), version: 0 };
  return { kind: "form", form: screenForm({ target, services: actor.services, now: localNow(actor, now), message }) };
}

export const sendScreen =
  ({ screenFromChat, now }: ScreenDeps): OnSubmit =>
  async (actor, { target, values }) => {
    const form = screenForm({ target, services: actor.services, now: localNow(actor, now()) });
    const read = readScreen(actor, target, values);
    const unread = { ...tooLong(form, values), ...(read.code === "faults" ? read.faults : {}) };
    if (read.code === "faults" || Object.keys(unread).length > 0) return { kind: "faults", form, faults: unread };

    const outcome = await screenFromChat(read.command);
    if (outcome.code !== "faults") return answered(outcome, actor);
    const faults = Object.fromEntries(outcome.faults.map((fault) => FAULT_WORDS[fault]));
    return { kind: "faults", form, faults };
  };

function answered(outcome: Exclude<ScreenOutcome, { code: "faults" }>, { timeZone }: Actor): Answer {
  switch (outcome.code) {
    case "as-usual":
    case "name-only":
    case "not-checked":
      return told({ code: outcome.code, checked: { at: outcome.at, timeZone } });
    case "outside":
      return told({ code: "outside", alert: outcome.facts, told: outcome.told });
  }
}

const told = (facts: Parameters<typeof screenAnswer>[0]): Answer => ({ kind: "told", card: screenAnswer(facts) });

const FAULT_WORDS: Readonly<Record<ScreenFault, readonly [field: string, words: string]>> = {
  "who-missing": ["customerRef", "Say who it was from: a reference, a phone number, an email address or a name."],
  "in-the-future": ["on", "This is in the future. Enter when it reached us."],
  "unknown-service": ["service", "No service has this name. Check it, or leave it empty."],
};

type Read =
  | { readonly code: "read"; readonly command: ScreenFromChat }
  | { readonly code: "faults"; readonly faults: Faults };

function readScreen(actor: Actor, { id }: Target, values: Values): Read {
  const [channel] = among(CHANNELS, [one(values, "channel")]);
  const occurredAt = instant(actor, dayIn(values, "on"), one(values, "at"));
  const onBehalf = readOnBehalf(values);
  const faults = {
    ...(channel ? {} : { channel: "Choose how it reached us." }),
    ...(occurredAt === "fault" ? { on: "Enter a real date and time." } : {}),
    ...onBehalf.faults,
  };
  if (!channel || occurredAt === "fault" || Object.keys(faults).length > 0) return { code: "faults", faults };

  const about = { ...aboutIn(values), channel, ...onBehalf.given };
  const service = one(values, "service");
  return {
    code: "read",
    command: { actor, submission: id, customer: customerIn(values), occurredAt, service, about },
  };
}

function customerIn(values: Values): ScreenFromChat["customer"] {
  const text = (id: string) => one(values, id);
  return entered({ ref: text("customerRef"), phone: text("phone"), email: text("email"), name: text("name") });
}

function aboutIn(values: Values): Omit<ScreenFromChat["about"], "channel" | "onBehalf"> {
  const text = (id: string) => one(values, id);
  const [protectedReason] = among(PROTECTED_REASONS, [text("protectedReason")]);
  return {
    ...entered({ subject: text("subject"), topicRef: text("topicRef"), excerpt: text("excerpt") }),
    ...(protectedReason ? { protectedReason } : {}),
  };
}

/** Whoever made it for the customer: both answers or none, for a name alone does not say that it was on their behalf. */
function readOnBehalf(values: Values): { readonly given: Pick<ScreenFromChat["about"], "onBehalf">; faults: Faults } {
  const name = one(values, "onBehalfName");
  const [relationship] = among(RELATIONSHIPS, [one(values, "relationship")]);
  if (name && !relationship) return { given: {}, faults: { relationship: "Choose who they are to the customer." } };
  if (!name && relationship) return { given: {}, faults: { onBehalfName: "Write who made it for the customer." } };
  return { given: name && relationship ? { onBehalf: { name, relationship } } : {}, faults: {} };
}

/** What was entered; what was left empty is left out. */
function entered(texts: Readonly<Record<string, string | null>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(texts).flatMap(([name, text]) => (text === null ? [] : [[name, text]])));
}
