/**
 * The fields of a form as Block Kit inputs: block_id is the field, action_id is "value"; where people are searched it also
 * says among whom, for Slack asks for them with no more than that.
 */
import type { People } from "../../src/policy/staff/people-found.ts";
import { type Field, MOST_PEOPLE, type Option, TYPE_TO_FIND } from "../model.ts";
import { clamped } from "./plain.ts";
import { plainText, type SlackText } from "./slack-blocks.ts";
import { SHOWN_AT_ONCE, SLACK } from "./slack-limits.ts";

type SlackOption = { text: SlackText; value: string };
type SlackElement =
  | { type: "plain_text_input"; action_id: "value"; multiline: boolean; max_length: number; initial_value?: string }
  | {
      type: "number_input";
      action_id: "value";
      is_decimal_allowed: false;
      min_value: string;
      max_value: string;
      initial_value?: string;
    }
  | {
      type: "radio_buttons" | "static_select";
      action_id: "value";
      options: SlackOption[];
      initial_option?: SlackOption;
    }
  | {
      type: "checkboxes" | "multi_static_select";
      action_id: "value";
      options: SlackOption[];
      initial_options?: SlackOption[];
    }
  | {
      type: "external_select" | "multi_external_select";
      action_id: `value:${People}`;
      max_selected_items?: number;
      min_query_length: 1;
      placeholder: SlackText;
      initial_option?: SlackOption;
      initial_options?: SlackOption[];
    }
  | { type: "datepicker"; action_id: "value"; initial_date?: string }
  | { type: "timepicker"; action_id: "value"; initial_time?: string };

export type SlackInput = {
  type: "input";
  block_id: string;
  label: SlackText;
  optional: boolean;
  hint?: SlackText;
  element: SlackElement;
};

const drawn = new WeakMap<Field, SlackInput>();

/** Gives back the input block of a field, the same for the same field. A choice must have at least one option. */
export function slackInput(field: Field): SlackInput {
  const input = drawn.get(field) ?? draw(field);
  drawn.set(field, input);
  return input;
}

function draw(field: Field): SlackInput {
  return {
    type: "input",
    block_id: field.id,
    label: plainText(field.label, SLACK.label),
    optional: !field.required,
    ...(field.hint ? { hint: plainText(field.hint, SLACK.hint) } : {}),
    element: slackElement(field),
  };
}

function slackElement(field: Field): SlackElement {
  switch (field.kind) {
    case "text":
      return textInput(field);
    case "number":
      return {
        type: "number_input",
        action_id: "value",
        is_decimal_allowed: false,
        min_value: String(field.min),
        max_value: String(field.max),
        ...(field.value ? { initial_value: field.value } : {}),
      };
    case "choice":
      return choiceInput(field);
    case "choices":
      return choicesInput(field);
    case "people":
      return peopleInput(field);
    case "date":
      return { type: "datepicker", action_id: "value", ...(field.value ? { initial_date: field.value } : {}) };
    case "time":
      return { type: "timepicker", action_id: "value", ...(field.value ? { initial_time: field.value } : {}) };
  }
}

function textInput(field: Extract<Field, { kind: "text" }>): SlackElement {
  const most = Math.min(field.maxLength, SLACK.inputLength);
  return {
    type: "plain_text_input",
    action_id: "value",
    multiline: field.multiline,
    max_length: most,
    ...(field.value ? { initial_value: clamped(field.value, most) } : {}),
  };
}

/** Radio buttons cannot be cleared in Slack, so a choice that may stay open is a menu. */
function choiceInput(field: Extract<Field, { kind: "choice" }>): SlackElement {
  const options = slackOptions(field.options, SLACK.optionsInSelect);
  const initial = options.find(({ value }) => value === field.value);
  return {
    type: field.required && options.length <= SHOWN_AT_ONCE ? "radio_buttons" : "static_select",
    action_id: "value",
    options,
    ...(initial ? { initial_option: initial } : {}),
  };
}

function choicesInput(field: Extract<Field, { kind: "choices" }>): SlackElement {
  const options = slackOptions(field.options, SLACK.optionsInSelect);
  const initial = options.filter(({ value }) => field.value?.includes(value));
  return {
    type: options.length <= SLACK.optionsInGroup ? "checkboxes" : "multi_static_select",
    action_id: "value",
    options,
    ...(initial.length > 0 ? { initial_options: initial } : {}),
  };
}

function peopleInput(field: Extract<Field, { kind: "people" }>): SlackElement {
  const chosen = slackPeople(
    (field.value ?? []).flatMap((one) => field.known.find(({ value }) => value === one) ?? []),
  );
  const [first] = chosen;
  const common = {
    action_id: `value:${field.among}`,
    min_query_length: 1,
    placeholder: plainText(TYPE_TO_FIND, SLACK.placeholder),
  } as const;
  if (!field.many) return { type: "external_select", ...common, ...(first ? { initial_option: first } : {}) };
  const several = { type: "multi_external_select", max_selected_items: MOST_PEOPLE, ...common } as const;
  return { ...several, ...(first ? { initial_options: chosen } : {}) };
}

/** People as options. Slack refuses the whole list for one email that is longer than it takes. */
export function slackPeople(people: readonly Option[]): SlackOption[] {
  return slackOptions(
    people.filter(({ value }) => value.length <= SLACK.optionValue),
    SLACK.optionsInSelect,
  );
}

function slackOptions(options: readonly Option[], most: number): SlackOption[] {
  return options.slice(0, most).map(({ value, label }) => {
    // It comes back as it is, so it cannot be cut: ../menu.ts keeps what people wrote below this.
    if (value.length > SLACK.optionValue) throw new RangeError("an option sends more than Slack takes");
    return { text: plainText(label, SLACK.optionLabel), value };
  });
}
