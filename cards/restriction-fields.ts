/**
 * What a proposal asks for each kind of restriction, and what the answers make. A long file on purpose: it is the table
 * of the twelve kinds, and another parameter is one more row; no handler changes.
 * Field ids begin with the kind: "named_officer-officer". The way left open under `all_contact` belongs to the proposal.
 */
import { CHANNEL_WORDS, WEEKDAY_WORDS } from "../src/policy/arrangement/plain-words.ts";
import { sentenceCase } from "../src/policy/arrangement/uk-words.ts";
import { CHANNELS, type RestrictionKind, WEEKDAYS } from "../src/policy/vocabulary.ts";
import { optionsOf } from "./labels.ts";
import type { Field, Values } from "./model.ts";
import { choice, choices, type Known, lines, number, officer, officers, type Question } from "./parameter-questions.ts";
import { timeWindows } from "./time-windows.ts";

/** Whoever may be named without being on the staff. */
const OUTSIDE_TOO = "An officer, or a contact outside the staff who is on record.";

const WAYS = optionsOf(CHANNELS, CHANNEL_WORDS);

const QUESTIONS: Readonly<Record<RestrictionKind, readonly Question[]>> = {
  third_party_only: [
    choices("channels", {
      label: "Which ways of contact need somebody acting for the customer?",
      required: true,
      options: WAYS,
      value: ["phone"],
    }),
  ],
  no_email: [],
  premises_by_appointment: [
    lines("premises", {
      label: "Which offices?",
      hint: "One on each line. Leave this empty for all of them.",
      required: false,
    }),
  ],
  named_officer: [
    officer("officer", { label: "Who is the one point of contact?", hint: OUTSIDE_TOO, required: true, outside: true }),
    officer("deputy", {
      label: "Who stands in when they are away?",
      hint: OUTSIDE_TOO,
      required: false,
      outside: true,
    }),
    choices("channels", {
      label: "Which ways of contact go to them?",
      hint: "Leave this empty for all of them.",
      required: false,
      options: WAYS,
    }),
  ],
  call_times: [
    choices("days", {
      label: "Calls on which days?",
      hint: "Leave this empty for every day.",
      required: false,
      options: optionsOf(WEEKDAYS, WEEKDAY_WORDS),
    }),
    timeWindows("windows", { from: "Calls from what time?", to: "Calls until what time?" }),
    number("maxMinutes", { label: "How many minutes at most?", required: false, min: 1, max: 240 }),
    number("maxPerWeek", {
      label: "How many calls a week at most?",
      hint: "0 means no phone calls.",
      required: false,
      min: 0,
      max: 50,
    }),
  ],
  witnessed: [],
  topic_closed: [
    lines("topicRefs", {
      label: "Which references are closed?",
      hint: "Of a case or a complaint, one on each line.",
      required: false,
    }),
    lines("keywords", {
      label: "Which words in a subject show that it is about this?",
      hint: "A word or a phrase, one on each line. Without references, at least one is needed.",
      required: false,
    }),
    officer("reader", { label: "Who reads what comes in about it?", required: true }),
  ],
  social_media: [
    lines("platforms", {
      label: "On which platforms?",
      hint: "One on each line. Leave this empty for all of them.",
      required: false,
    }),
    choice("mode", {
      label: "What happens to their access there?",
      required: true,
      options: [
        { value: "denied", label: "It is closed" },
        { value: "restricted", label: "It is restricted, and messages are not answered" },
      ],
    }),
  ],
  home_visits: [
    choice("mode", {
      label: "Are there home visits?",
      required: true,
      options: [
        { value: "none", label: "No home visits" },
        { value: "pairs", label: "Only by two officers together" },
      ],
    }),
  ],
  no_contact_with_officers: [
    officers("officers", { label: "With which officers is there no contact?", required: true }),
  ],
  channels_only: [choices("channels", { label: "Which ways stay open?", required: true, options: WAYS })],
  all_contact: [],
};

/** What is wrong with the answers about one kind as a whole, where its parameters are named in the policy's own check. */
const TOO_LITTLE: Readonly<Partial<Record<RestrictionKind, string>>> = {
  call_times: "Give at least one limit: days, times, minutes or calls a week.",
  topic_closed: "Give at least one reference or one word.",
};

/** What the policy says of one half of a window, as the person reads it who left the other empty, turned them round, or let two overlap. */
const HALF_OF_WINDOW: Readonly<Record<string, string>> = {
  "must be later than from": "Enter an end time that is later than the start time.",
  "must not begin before the one before it has ended":
    "This begins before the time before it has ended. Make one of both, or change it.",
  "must be a time such as 10:00": "Enter a time, or leave both times empty.",
  "must be a time such as 12:00, or 24:00": "Enter a time, or leave both times empty.",
};

/** Parameters as a draft holds them; a draft may hold none yet. */
export type Entered = Readonly<Record<string, unknown>>;

export function fieldsOf(kind: RestrictionKind, known: Known): readonly Field[] {
  return QUESTIONS[kind]
    .flatMap(({ fields }) => fields(known))
    .map((field) => ({ ...field, id: idOf(kind, field.id) }));
}

/** The parameters as the policy reads them (policy/restrictions/parameters.ts checks them); the unanswered are left out. */
export function parametersOf(kind: RestrictionKind, values: Values): Entered {
  const own = ownValues(kind, values);
  const read = QUESTIONS[kind].map((question) => [question.parameter, question.read(own)] as const);
  return Object.fromEntries(read.filter(([, value]) => value !== undefined));
}

/** The other way round: what to fill in for parameters that were entered before. */
export function valuesOf(kind: RestrictionKind, entered: Entered): Values {
  const shown = QUESTIONS[kind].flatMap((question) => Object.entries(question.shown(entered[question.parameter])));
  return Object.fromEntries(shown.map(([id, value]) => [idOf(kind, id), value]));
}

/** The field where a fault of a parameter stands: its own, of a window the half that is wrong, else the kind's first. */
export function faultField(kind: RestrictionKind, path: readonly string[], values: Values): string {
  const [parameter, ...inside] = path;
  const all = QUESTIONS[kind].flatMap(({ fields }) => fields([]));
  const own = QUESTIONS[kind].find((question) => question.parameter === parameter);
  const field = own?.at?.(ownValues(kind, values), inside) ?? own?.fields([])[0]?.id ?? all[0]?.id;
  return field === undefined ? "reason" : idOf(kind, field);
}

/** What was answered about this kind, by the ids of its own questions. */
function ownValues(kind: RestrictionKind, values: Values): Values {
  const begins = idOf(kind, "");
  return Object.fromEntries(
    Object.entries(values).flatMap(([id, value]) => (id.startsWith(begins) ? [[id.slice(begins.length), value]] : [])),
  );
}

/** What the policy found wrong with a parameter, as a sentence that names no parameter. */
export function faultWords(kind: RestrictionKind, path: readonly string[], message: string): string {
  const half = path[2] === undefined ? undefined : HALF_OF_WINDOW[message];
  if (half) return half;
  if (path.length === 0) return TOO_LITTLE[kind] ?? `${sentenceCase(message)}.`;
  return message.startsWith("Invalid") ? "Answer this question." : `${sentenceCase(message)}.`;
}

const idOf = (kind: RestrictionKind, id: string): string => `${kind}-${id}`;
