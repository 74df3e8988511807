/**
 * `/report-contact`: two answers are enough, who (or "not known") and what happened.
 * These come first, with the question about a threat; all below the heading can be left out (WORDS).
 * Needs nothing from the database, so that it opens at once when that is slow.
 * Field ids: customerRef, name, phone, email, notKnown (["yes"]), what, opinion, channel, on, at, behaviours, service,
 * matterKind, matterRef, affected, atOnce, injury, evidence, moderatedHow, moderatedOn, place, seriousThreat ("yes" | "no").
 */
import { AT_ONCE_WORDS, CHANNEL_WORDS } from "../src/policy/arrangement/plain-words.ts";
import { AT_ONCE, BEHAVIOURS, CHANNELS, type Channel, INJURIES } from "../src/policy/vocabulary.ts";
import { line } from "./blocks.ts";
import { INJURY_WORDS } from "./injury.ts";
import { BEHAVIOUR_WORDS, optionsOf } from "./labels.ts";
import type { Field, Form, Option, Target } from "./model.ts";
import { section } from "./section.ts";
import { serviceField } from "./service-field.ts";

export type ReportFormFacts = {
  readonly target: Target;
  /** Empty when not known yet: then the field is left out and the reporter's own service counts. */
  readonly services: readonly string[];
  readonly service?: string;
  /** When it is now, or was when an alert says so, where the organisation is: "2026-03-03" and "09:30". */
  readonly now?: { readonly day: string; readonly time: string };
  readonly customerRef?: string;
  /** How it happened, when an alert says so. */
  readonly channel?: Channel;
};

export const MATTER_KINDS = ["complaint", "appeal", "other"] as const;
export const MODERATED_HOW = ["phone", "letter", "email"] as const;

export const MATTER_WORDS = {
  complaint: "A complaint",
  appeal: "An appeal against a decision",
  other: "Something else",
};
export const MODERATED_WORDS = { phone: "By phone", letter: "In writing", email: "By email" };

/** What is the same for everybody is made once: somebody on the phone waits for this form. */
const [WHAT, OPINION, THREAT, DONE] = [what(), long("opinion", "What do you think of it?"), threat(), done()];
const WHO_ELSE = [
  short("name", "Customer's name", 200),
  short("phone", "Customer's phone number", 40),
  short("email", "Customer's email address", 254),
  several("notKnown", "Not known", [{ value: "yes", label: "I do not know who it was" }]),
];
const AFFECTED: Field = {
  kind: "people",
  id: "affected",
  label: "Which other officers did it happen to?",
  required: false,
  among: "staff",
  many: true,
  known: [],
};
const LIKE = several("behaviours", "What was it like?", optionsOf(BEHAVIOURS, BEHAVIOUR_WORDS));

export function reportForm(facts: ReportFormFacts): Form {
  return {
    name: "report",
    title: "Report a contact",
    submit: "Send report",
    intro: [line("If you are in danger now, ring 999. Two answers are enough: who it was and what happened.")],
    fields: [...who(facts), WHAT, THREAT, ...section("You can leave the rest empty", rest(facts))],
    target: facts.target,
  };
}

function who({ customerRef }: ReportFormFacts): Field[] {
  const hint = "Any one of the first four is enough.";
  return [
    { ...short("customerRef", "Customer reference", 40), hint, ...(customerRef ? { value: customerRef } : {}) },
    ...WHO_ELSE,
  ];
}

function what(): Field {
  const hint = "Say what you saw and heard. What you think of it has a box of its own.";
  return { ...long("what", "What happened?"), hint, required: true };
}

function rest(facts: ReportFormFacts): readonly Field[] {
  return [OPINION, ...when(facts), ...about(facts), ...DONE];
}

function when({ now, channel }: ReportFormFacts): Field[] {
  return [
    {
      kind: "choice",
      id: "channel",
      label: "How did it happen?",
      required: false,
      options: optionsOf(CHANNELS, CHANNEL_WORDS),
      ...(channel ? { value: channel } : {}),
    },
    { kind: "date", id: "on", label: "Which day?", required: false, ...(now ? { value: now.day } : {}) },
    { kind: "time", id: "at", label: "What time?", required: false, ...(now ? { value: now.time } : {}) },
    short("place", "Where was it?", 200),
  ];
}

function about({ services, service }: ReportFormFacts): Field[] {
  const given = service && services.includes(service) ? { value: service } : {};
  return [
    LIKE,
    ...serviceField(services, { label: "Service", ...given }),
    {
      kind: "choice",
      id: "matterKind",
      label: "What was it about?",
      required: false,
      options: optionsOf(MATTER_KINDS, MATTER_WORDS),
    },
    { ...short("matterRef", "Reference of that matter", 80), hint: "It goes on through its own procedure." },
    AFFECTED,
  ];
}

function done(): Field[] {
  const options = optionsOf(MODERATED_HOW, MODERATED_WORDS);
  return [
    several("atOnce", "What did you do at once?", optionsOf(AT_ONCE, AT_ONCE_WORDS)),
    {
      kind: "choice",
      id: "injury",
      label: "Was anybody hurt?",
      hint: "A specified injury is, for example, a broken bone other than a finger, thumb or toe, loss of sight, or being knocked out. Do not say here who it was.",
      required: false,
      options: optionsOf(INJURIES, INJURY_WORDS),
    },
    {
      ...short("evidence", "What evidence is there, and where is it kept?", 500),
      hint: "A recording, letters or photographs, for example. The files stay where they are kept.",
    },
    {
      kind: "choice",
      id: "moderatedHow",
      label: "Have you asked them to moderate their behaviour? How?",
      required: false,
      options,
    },
    { kind: "date", id: "moderatedOn", label: "If you have, when?", required: false },
  ];
}

function threat(): Field {
  return {
    kind: "choice",
    id: "seriousThreat",
    label: "Was there a serious threat of violence?",
    hint: "Yes: we will alert your manager and the register team when you send this. If you are in danger now, ring 999.",
    required: true,
    options: [
      { value: "no", label: "No" },
      { value: "yes", label: "Yes" },
    ],
    value: "no",
  };
}

function short(id: string, label: string, maxLength: number): Extract<Field, { kind: "text" }> {
  return { kind: "text", id, label, required: false, multiline: false, maxLength };
}

function long(id: string, label: string): Extract<Field, { kind: "text" }> {
  return { kind: "text", id, label, required: false, multiline: true, maxLength: 3_000 };
}

function several(id: string, label: string, options: readonly Option[]): Field {
  return { kind: "choices", id, label, required: false, options };
}
