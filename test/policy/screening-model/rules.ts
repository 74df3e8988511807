/** Section 4: the table of the twelve kinds. Each row: when it bears, when it is breached, when it depends. */
import type { LocalTime } from "./instants.ts";
import { isOrStandsIn, mailOf, reached } from "./officers.ts";
import { hasPhrase } from "./phrases.ts";
import type { ContactFile, Parameters, Verdict, WorldFile } from "./shapes.ts";

/** What a rule is asked. `asCustomer`: made by nobody else for the person whose restriction it is. */
export type Question = {
  readonly contact: ContactFile;
  readonly world: WorldFile;
  readonly local: LocalTime;
  readonly asCustomer: boolean;
  /** Calls of this local week that count, without this conversation. */
  readonly callsBefore: number;
};

type Test = (question: Question, parameters: Parameters) => boolean;
type Row = {
  readonly breach: Test;
  readonly conditional?: Test;
  readonly always?: Test;
  readonly eitherDirection?: true;
  readonly handling: readonly string[] | ((parameters: Parameters) => readonly string[]);
  readonly conditionalHandling?: readonly string[];
};

const on =
  (...channels: readonly string[]): Test =>
  ({ contact }) =>
    channels.includes(contact.channel);
const isVisit = on("visit", "meeting");
const isFaceToFace = on("visit", "meeting", "home_visit");
const isCall = on("phone");
const isPost = on("social_media");
const isHomeVisit = on("home_visit");

const listed = (channels: readonly string[] | undefined, { contact }: Question) =>
  channels === undefined || channels.includes(contact.channel);
const officerOf = ({ contact, world }: Question) => reached(contact, world);

export const ROWS: Readonly<Record<string, Row>> = {
  third_party_only: {
    breach: (question, { channels = ["phone"] }) => listed(channels, question) && question.asCustomer,
    handling: ["end_call", "take_through_representative"],
  },
  no_email: { breach: on("email"), handling: ["do_not_reply", "ask_to_write"] },
  premises_by_appointment: {
    breach: (question, { premises }) =>
      isVisit(question, {}) &&
      question.contact.appointmentRef === undefined &&
      (premises === undefined || isAmong(premises, question.contact.premises)),
    conditional: (question, { premises }) =>
      isVisit(question, {}) &&
      premises !== undefined &&
      question.contact.premises === undefined &&
      question.contact.appointmentRef === undefined,
    handling: ["refuse_entry"],
  },
  named_officer: {
    breach: (question, { channels, officer = "", deputy }) =>
      listed(channels, question) && !isOrStandsIn(officerOf(question), officer, question.world, deputy),
    handling: ["do_not_reply", "redirect_to_named_officer"],
  },
  call_times: {
    breach: (question, parameters) =>
      isCall(question, {}) &&
      (outsideTimes(question.local, parameters) ||
        (question.contact.durationMinutes ?? 0) > (parameters.maxMinutes ?? Number.POSITIVE_INFINITY) ||
        question.callsBefore >= (parameters.maxPerWeek ?? Number.POSITIVE_INFINITY)),
    conditional: (question, { maxMinutes }) =>
      isCall(question, {}) && maxMinutes !== undefined && question.contact.durationMinutes === undefined,
    handling: ["end_call"],
    conditionalHandling: ["keep_to_time"],
  },
  witnessed: {
    eitherDirection: true,
    breach: (question) =>
      isFaceToFace(question, {}) &&
      question.contact.witness !== undefined &&
      question.contact.witness.trim().toLowerCase() === officerOf(question),
    conditional: (question) => isFaceToFace(question, {}) && question.contact.witness === undefined,
    handling: ["require_witness"],
  },
  topic_closed: {
    always: (question, { reader = "" }) => isOrStandsIn(officerOf(question), reader, question.world),
    breach: ({ contact }, { topicRefs = [], keywords = [] }) =>
      (contact.topicRef !== undefined && topicRefs.includes(contact.topicRef)) || hasPhrase(contact.subject, keywords),
    conditional: ({ contact }, { keywords = [] }) =>
      (contact.topicRef === undefined && contact.subject === undefined) || hasPhrase(contact.excerpt, keywords),
    handling: ["do_not_reply", "file_for_reader"],
    conditionalHandling: ["check_topic"],
  },
  social_media: {
    breach: (question, { platforms }) =>
      isPost(question, {}) &&
      (platforms === undefined || isAmong(platforms, question.contact.customer.handle?.platform)),
    conditional: (question, { platforms }) =>
      isPost(question, {}) && platforms !== undefined && question.contact.customer.handle === undefined,
    handling: ["do_not_reply"],
  },
  home_visits: {
    eitherDirection: true,
    breach: (question, { mode }) =>
      isHomeVisit(question, {}) && (mode === "none" || question.contact.attendingStaff === 1),
    conditional: (question) => isHomeVisit(question, {}) && question.contact.attendingStaff === undefined,
    handling: ({ mode }) => [mode === "none" ? "do_not_visit" : "attend_in_pairs"],
  },
  no_contact_with_officers: {
    eitherDirection: true,
    breach: (question, { officers = [] }) =>
      officers.some((officer) => mailOf(officer, question.world) === officerOf(question)),
    handling: ["do_not_reply", "pass_to_colleague"],
  },
  channels_only: {
    breach: (question, { channels }) => !listed(channels, question),
    handling: ["do_not_reply", "ask_to_use_open_channel"],
  },
  all_contact: { breach: () => true, handling: ["do_not_reply"] },
};

/** What the table says of a contact on which the restriction bears. */
export function verdict(row: Row, question: Question, parameters: Parameters): Verdict {
  if (row.always?.(question, parameters)) return "permitted";
  if (row.breach(question, parameters)) return "breach";
  return row.conditional?.(question, parameters) ? "conditional" : "permitted";
}

/** What to do, for a verdict of the table. */
export function handlingOf(row: Row, found: Verdict, parameters: Parameters): readonly string[] {
  if (found === "permitted") return [];
  const breached = typeof row.handling === "function" ? row.handling(parameters) : row.handling;
  return found === "conditional" ? (row.conditionalHandling ?? breached) : breached;
}

function outsideTimes({ weekday, clock }: LocalTime, { days, windows }: Parameters): boolean {
  const onDay = days === undefined || days.includes(weekday);
  const inWindow = windows === undefined || windows.some(({ from, to }) => from <= clock && clock < to);
  return !onDay || !inWindow;
}

/** Premises and platforms whatever their case: the contract compares no other name by it. */
function isAmong(names: readonly string[], given: string | undefined): boolean {
  return names.some((name) => name.toLowerCase() === given?.trim().toLowerCase());
}
