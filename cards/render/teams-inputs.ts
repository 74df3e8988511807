/** The fields of a form as Adaptive Card inputs: the fault directly above, the hint directly below, as in Slack. */
import type { People } from "../../src/policy/staff/people-found.ts";
import { type Field, type Option, TYPE_TO_FIND, type Values } from "../model.ts";
import { markdownSafe } from "./markdown.ts";
import { clamped, oneLine } from "./plain.ts";
import { type Element, fault, sectionHeading, smallPrint } from "./teams-elements.ts";
import { SEARCHED, SHOWN_AT_ONCE, TEAMS } from "./teams-limits.ts";

/**
 * Teams sends several choices as one string with commas, and does not say so: the id does.
 * Option values therefore hold no comma.
 */
export const MANY = "__many";

type Style = "compact" | "expanded" | "filtered";
type Choice = { title: string; value: string };
type Common = { id: string; label: string; isRequired: boolean; errorMessage: string };
type Input = Common &
  (
    | { type: "Input.Text"; isMultiline: boolean; maxLength: number; value?: string }
    | { type: "Input.Number"; min?: number; max?: number; value?: number }
    | {
        type: "Input.ChoiceSet";
        style: Style;
        wrap: true;
        isMultiSelect: boolean;
        placeholder?: string;
        choices: Choice[];
        "choices.data"?: { type: "Data.Query"; dataset: People };
        value?: string;
      }
    | { type: "Input.Date"; value?: string }
    | { type: "Input.Time"; value?: string }
  );
export type TeamsElement = Element | Input;

/** The elements of one field. `typed` is what the person had entered; it stands before the form's own value. */
export function teamsField(field: Field, sentence: string | undefined, typed: Values | undefined): TeamsElement[] {
  const value = typed ? typed[field.id] : field.value;
  return [
    ...(field.section ? [sectionHeading(field.section)] : []),
    ...(sentence ? [fault(`Error: ${sentence}`)] : []),
    input(field, value),
    ...(field.hint ? [smallPrint(clamped(field.hint, TEAMS.hint))] : []),
  ];
}

function input(field: Field, value: string | readonly string[] | undefined): Input {
  // As Slack writes it by itself. Teams marks only what has to be answered, with a star.
  const label = clamped(oneLine(field.label), TEAMS.label) + (field.required ? "" : " (optional)");
  const common = { id: field.id, label, isRequired: field.required, errorMessage: errorMessage(field) };
  const one = typeof value === "string" && value !== "" ? value : undefined;
  const given = one === undefined ? {} : { value: one };
  switch (field.kind) {
    case "text":
      return { type: "Input.Text", ...common, isMultiline: field.multiline, maxLength: field.maxLength, ...given };
    case "number":
      // Microsoft's renderer refuses an empty optional number that has a range: the policy checks the range then.
      return {
        type: "Input.Number",
        ...common,
        ...(field.required ? { min: field.min, max: field.max } : {}),
        ...number(one),
      };
    case "choice":
      return {
        type: "Input.ChoiceSet",
        ...common,
        ...choices(field.options, field.required),
        // Only a menu with one answer can be searched.
        ...(field.options.length > SEARCHED ? { style: "filtered", placeholder: "Type to search" } : {}),
        isMultiSelect: false,
        ...given,
      };
    case "choices":
      return {
        type: "Input.ChoiceSet",
        ...common,
        ...choices(field.options, true),
        id: field.id + MANY,
        isMultiSelect: true,
        ...several(value),
      };
    case "people":
      return peopleInput(field, { ...common, isRequired: false }, value);
    case "date":
      return { type: "Input.Date", ...common, ...given };
    case "time":
      return { type: "Input.Time", ...common, ...given };
  }
}

/**
 * Teams asks for the choices as somebody types (`application/search`). It takes what is then chosen for unanswered
 * where an answer is required (microsoft/AdaptiveCards issue 8861), so we alone say that one is missing.
 */
function peopleInput(
  { id, many, among, known }: Extract<Field, { kind: "people" }>,
  common: Common,
  value: string | readonly string[] | undefined,
): Input {
  const wanted = typeof value === "string" ? [value] : (value ?? []);
  const chosen = wanted.flatMap((one) => known.find((other) => other.value === one) ?? []);
  return {
    type: "Input.ChoiceSet",
    ...common,
    id: many ? id + MANY : id,
    style: "filtered",
    wrap: true,
    isMultiSelect: many,
    placeholder: TYPE_TO_FIND,
    choices: peopleChoices(chosen),
    "choices.data": { type: "Data.Query", dataset: among },
    ...several(chosen.map((one) => one.value)),
  };
}

/** What Teams shows of those who were found. */
export function teamsFound(people: readonly Option[]): readonly Choice[] {
  return peopleChoices(people).slice(0, TEAMS.found);
}

/** People as choices. An email holds no comma; whoever's does could not be told from two. */
function peopleChoices(people: readonly Option[]): Choice[] {
  return people
    .filter(({ value }) => !value.includes(","))
    .map(({ value, label }) => ({ title: title(label, false), value }));
}

/** Every input has one, because Teams shows it also for a number out of range. */
function errorMessage(field: Field): string {
  switch (field.kind) {
    case "text":
      return "Enter an answer.";
    case "number":
      return `Enter a whole number from ${field.min} to ${field.max}.`;
    case "choice":
    case "choices":
    case "people":
      return "Choose an answer.";
    case "date":
      return "Enter a date.";
    case "time":
      return "Enter a time.";
  }
}

/** Expanded choices are read as Markdown, a compact menu is not: only the former are escaped. */
function choices(
  options: readonly Option[],
  mayExpand: boolean,
): { style: Style; wrap: true; placeholder?: string; choices: Choice[] } {
  const expanded = mayExpand && options.length <= SHOWN_AT_ONCE;
  return {
    style: expanded ? "expanded" : "compact",
    wrap: true,
    // An empty menu would show nothing at all.
    ...(expanded ? {} : { placeholder: "Choose an option" }),
    choices: options.map(({ value, label }) => ({ title: title(label, expanded), value })),
  };
}

function title(label: string, expanded: boolean): string {
  const short = clamped(oneLine(label), TEAMS.optionLabel);
  return expanded ? markdownSafe(short) : short;
}

function number(value: string | undefined): { value?: number } {
  const parsed = Number(value);
  return value === undefined || !Number.isFinite(parsed) ? {} : { value: parsed };
}

function several(value: string | readonly string[] | undefined): { value?: string } {
  const joined = typeof value === "string" ? value : (value ?? []).join(",");
  return joined === "" ? {} : { value: joined };
}
