/**
 * What a proposal asks for each kind of restriction, and what the answers make: a table.
 * Offering another kind on the form is one more entry here; no handler changes.
 * Field ids begin with the kind: "named_officer-officer".
 */
import { CHANNEL_WORDS, WEEKDAY_WORDS } from "../src/policy/arrangement/plain-words.ts";
import { CHANNELS, type RestrictionKind, WEEKDAYS } from "../src/policy/vocabulary.ts";
import { optionsOf } from "./labels.ts";
import type { Field, Option, Values } from "./model.ts";

/** Officers as options: value is the work email, label the name and service. */
export type Staff = { readonly officers: readonly Option[] };

type Entry = {
  readonly fields: (staff: Staff) => readonly Field[];
  /** The parameters as the policy reads them (policy/restrictions/parameters.ts checks them); the unanswered are left out. */
  readonly parameters: (values: Values) => Readonly<Record<string, unknown>>;
  /** The other way round: what to fill in for parameters that were entered before. */
  readonly values: (parameters: Entered) => Values;
};

/** Parameters as a draft holds them; a draft may hold none yet. */
export type Entered = Readonly<Record<string, unknown>>;

/** Above this a menu is full in Slack: the officer's email is typed instead. */
const MENU = 100;

export const RESTRICTION_FIELDS = {
  named_officer: {
    fields: (staff) => [
      officer("named_officer-officer", "Who is the one point of contact?", true, staff),
      officer("named_officer-deputy", "Who stands in when they are away?", false, staff),
      {
        kind: "choices",
        id: "named_officer-channels",
        label: "Which ways of contact go to them?",
        hint: "Leave this empty for all of them.",
        required: false,
        options: optionsOf(CHANNELS, CHANNEL_WORDS),
      },
    ],
    parameters: (values) =>
      known({
        officer: one(values, "named_officer-officer"),
        deputy: one(values, "named_officer-deputy"),
        channels: several(values, "named_officer-channels"),
      }),
    values: ({ officer: who, deputy, channels }) => ({
      "named_officer-officer": text(who),
      "named_officer-deputy": text(deputy),
      "named_officer-channels": texts(channels),
    }),
  },
  no_email: { fields: () => [], parameters: () => ({}), values: () => ({}) },
  call_times: {
    fields: () => [
      {
        kind: "choices",
        id: "call_times-days",
        label: "Calls on which days?",
        hint: "Leave this empty for every day.",
        required: false,
        options: optionsOf(WEEKDAYS, WEEKDAY_WORDS),
      },
      { kind: "time", id: "call_times-from", label: "Calls from what time?", required: false },
      { kind: "time", id: "call_times-to", label: "Calls until what time?", required: false },
      {
        kind: "number",
        id: "call_times-maxMinutes",
        label: "How many minutes at most?",
        required: false,
        min: 1,
        max: 240,
      },
      {
        kind: "number",
        id: "call_times-maxPerWeek",
        label: "How many calls a week at most?",
        required: false,
        min: 0,
        max: 50,
      },
    ],
    parameters: (values) =>
      known({
        days: several(values, "call_times-days"),
        windows: windows(one(values, "call_times-from"), one(values, "call_times-to")),
        maxMinutes: whole(one(values, "call_times-maxMinutes")),
        maxPerWeek: whole(one(values, "call_times-maxPerWeek")),
      }),
    values: ({ days, windows: entered, maxMinutes, maxPerWeek }) => ({
      "call_times-days": texts(days),
      "call_times-from": text(firstOf(entered, "from")),
      "call_times-to": text(firstOf(entered, "to")),
      "call_times-maxMinutes": text(maxMinutes),
      "call_times-maxPerWeek": text(maxPerWeek),
    }),
  },
} as const satisfies Partial<Record<RestrictionKind, Entry>>;

/** The kinds that the form can ask about; a pack may offer more. */
export type FormKind = keyof typeof RESTRICTION_FIELDS;
export const FORM_KINDS = Object.keys(RESTRICTION_FIELDS) as readonly FormKind[];

export function isFormKind(kind: string): kind is FormKind {
  return Object.hasOwn(RESTRICTION_FIELDS, kind);
}

/** The field where a fault of a parameter stands: the first one of the kind whose id begins like the path, else its first. */
export function faultField(kind: string, path: readonly string[]): string {
  if (!isFormKind(kind)) return "reason";
  const ids = RESTRICTION_FIELDS[kind].fields({ officers: [] }).map(({ id }) => id);
  const [name = "", , part = name] = path;
  const wanted = name === "windows" ? part : name;
  return (
    ids.find((id) => id === `${kind}-${wanted}`) ??
    ids.find((id) => id === `${kind}-to` && name === "windows") ??
    ids[0] ??
    "kinds"
  );
}

function officer(id: string, label: string, required: boolean, { officers }: Staff): Field {
  if (officers.length > 0 && officers.length <= MENU) return { kind: "choice", id, label, required, options: officers };
  return { kind: "text", id, label, hint: "Their work email.", required, multiline: false, maxLength: 254 };
}

/** One half of a window goes on as an empty time, so that the policy's check says what is missing. */
function windows(
  from: string | undefined,
  to: string | undefined,
): readonly { from: string; to: string }[] | undefined {
  return from === undefined && to === undefined ? undefined : [{ from: from ?? "", to: to ?? "" }];
}

function one(values: Values, id: string): string | undefined {
  const value = values[id];
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

function several(values: Values, id: string): readonly string[] | undefined {
  const value = values[id];
  if (typeof value === "string") return [value];
  return value?.length ? value : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

function texts(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.map(String) : undefined;
}

function firstOf(list: unknown, key: "from" | "to"): unknown {
  const first: unknown = Array.isArray(list) ? list[0] : undefined;
  return typeof first === "object" && first !== null && key in first
    ? Object.getOwnPropertyDescriptor(first, key)?.value
    : undefined;
}

function whole(value: string | undefined): number | undefined {
  return value === undefined ? undefined : Number(value);
}

function known(parameters: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined));
}
