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
import {
  choice,
  choices,
  lines,
  number,
  officer,
  officers,
  type Question,
  type Staff,
  timeWindow,
} from "./parameter-questions.ts";

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
    officer("officer", { label: "Who is the one point of contact?", required: true, outside: true }),
    officer("deputy", { label: "Who stands in when they are away?", required: false, outside: true }),
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
    timeWindow("windows", { from: "Calls from what time?", to: "Calls until what time?" }),
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

/** What the policy says of one half of a window, as the person reads it who left the other empty or turned them round. */
const HALF_OF_WINDOW: Readonly<Record<string, string>> = {
  "must be later than from": "Enter an end time that is later than the start time.",
  "must be a time such as 10:00": "Enter a time, or leave both times empty.",
  "must be a time such as 12:00, or 24:00": "Enter a time, or leave both times empty.",
};

/** Parameters as a draft holds them; a draft may hold none yet. */
export type Entered = Readonly<Record<string, unknown>>;

export function fieldsOf(kind: RestrictionKind, staff: Staff): readonly Field[] {
  return QUESTIONS[kind]
    .flatMap(({ fields }) => fields(staff))
    .map((field) => ({ ...field, id: idOf(kind, field.id) }));
}

/** The parameters as the policy reads them (policy/restrictions/parameters.ts checks them); the unanswered are left out. */
export function parametersOf(kind: RestrictionKind, values: Values): Entered {
  const begins = idOf(kind, "");
  const own = Object.fromEntries(
    Object.entries(values).flatMap(([id, value]) => (id.startsWith(begins) ? [[id.slice(begins.length), value]] : [])),
  );
  const read = QUESTIONS[kind].map((question) => [question.parameter, question.read(own)] as const);
  return Object.fromEntries(read.filter(([, value]) => value !== undefined));
}

/** The other way round: what to fill in for parameters that were entered before. */
export function valuesOf(kind: RestrictionKind, entered: Entered): Values {
  const shown = QUESTIONS[kind].flatMap((question) => Object.entries(question.shown(entered[question.parameter])));
  return Object.fromEntries(shown.map(([id, value]) => [idOf(kind, id), value]));
}

/** The field where a fault of a parameter stands: its own, of a window the half that is wrong, else the kind's first. */
export function faultField(kind: RestrictionKind, path: readonly string[]): string {
  const [parameter, , half] = path;
  const all = QUESTIONS[kind].flatMap(({ fields }) => fields(NOBODY));
  const own = QUESTIONS[kind].find((question) => question.parameter === parameter)?.fields(NOBODY) ?? [];
  const field = own.find(({ id }) => id === half) ?? own.at(-1) ?? all[0];
  return field ? idOf(kind, field.id) : "reason";
}

/** What the policy found wrong with a parameter, as a sentence that names no parameter. */
export function faultWords(kind: RestrictionKind, path: readonly string[], message: string): string {
  const half = path[2] === undefined ? undefined : HALF_OF_WINDOW[message];
  if (half) return half;
  if (path.length === 0) return TOO_LITTLE[kind] ?? `${sentenceCase(message)}.`;
  return message.startsWith("Invalid") ? "Answer this question." : `${sentenceCase(message)}.`;
}

const NOBODY: Staff = { officers: [], outside: [], away: [] };

const idOf = (kind: RestrictionKind, id: string): string => `${kind}-${id}`;
