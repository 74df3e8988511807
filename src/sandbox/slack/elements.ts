/** The interactive elements inside blocks, and what stands in them: `state.values` as Slack sends it. */
import { randomUUID } from "node:crypto";
import type { Inputs } from "../wire.ts";
import type { Block } from "./block-kit.ts";

type Fields = Readonly<Record<string, unknown>>;
export type Option = { readonly text: { readonly type: string; readonly text: string }; readonly value: string };
export type Found = {
  /** Index of the block. */
  readonly block: number;
  readonly blockId: string;
  readonly actionId: string;
  readonly element: Fields;
  readonly options: readonly Option[];
  /** Set for an input block that must be filled in. */
  readonly required: boolean;
  readonly isInput: boolean;
};

/** Under which name each element keeps its value, and in which form. A table. */
const KEPT: Readonly<Record<string, readonly [key: string, form: "text" | "option" | "options" | "list"]>> = {
  plain_text_input: ["value", "text"],
  number_input: ["value", "text"],
  email_text_input: ["value", "text"],
  url_text_input: ["value", "text"],
  datepicker: ["selected_date", "text"],
  timepicker: ["selected_time", "text"],
  users_select: ["selected_user", "text"],
  multi_users_select: ["selected_users", "list"],
  static_select: ["selected_option", "option"],
  external_select: ["selected_option", "option"],
  radio_buttons: ["selected_option", "option"],
  overflow: ["selected_option", "option"],
  multi_static_select: ["selected_options", "options"],
  multi_external_select: ["selected_options", "options"],
  checkboxes: ["selected_options", "options"],
};

/** All elements with an action_id, in order. */
export function elementsOf(blocks: readonly Block[]): Found[] {
  return blocks.flatMap((block, index) =>
    insideOf(block).map((element) => ({
      block: index,
      blockId: block.block_id ?? "",
      actionId: typeof element["action_id"] === "string" ? element["action_id"] : "",
      element,
      options: optionsOf(element),
      required: block.type === "input" && block.optional !== true,
      isInput: block.type === "input",
    })),
  );
}

function insideOf(block: Block): Fields[] {
  if (block.type === "actions") return [...block.elements];
  if (block.type === "input") return [block.element];
  if (block.type === "section" && block.accessory !== undefined && block.accessory.type !== "image")
    return [block.accessory];
  return [];
}

function optionsOf(element: Fields): Option[] {
  const plain = (element["options"] ?? []) as Option[];
  const groups = (element["option_groups"] ?? []) as { options: Option[] }[];
  return [...plain, ...groups.flatMap((group) => group.options)];
}

/** Slack gives every block a block_id and every element an action_id when the app gave none. */
export function withIds<B extends Block>(blocks: readonly B[]): B[] {
  const copy = structuredClone(blocks) as B[];
  for (const block of copy) {
    block.block_id ??= randomId();
    for (const element of insideOf(block)) Object.assign(element, { action_id: element["action_id"] ?? randomId() });
  }
  return copy;
}

const randomId = () => randomUUID().slice(0, 5);

/** What stands in the fields when nobody has typed. */
function initialInputs(blocks: readonly Block[]): Inputs {
  const inputs: Inputs = {};
  for (const { blockId, actionId, element } of elementsOf(blocks).filter(holdsState)) {
    inputs[blockId] = { ...inputs[blockId], [actionId]: initialOf(element) };
  }
  return inputs;
}

/** Keeps of `typed` what still has its block_id and action_id; the rest begins anew. */
export function keptInputs(blocks: readonly Block[], typed: Inputs): Inputs {
  const inputs = initialInputs(blocks);
  for (const [blockId, fields] of Object.entries(inputs)) {
    for (const actionId of Object.keys(fields)) {
      const kept = typed[blockId]?.[actionId];
      if (kept !== undefined) fields[actionId] = kept;
    }
  }
  return inputs;
}

/** `state.values` for these blocks. */
export function stateOf(blocks: readonly Block[], inputs: Inputs): Record<string, Record<string, Fields>> {
  const values: Record<string, Record<string, Fields>> = {};
  for (const found of elementsOf(blocks).filter(holdsState)) {
    const value = inputs[found.blockId]?.[found.actionId] ?? null;
    values[found.blockId] = {
      ...values[found.blockId],
      [found.actionId]: { type: found.element["type"], ...keptValue(found, value) },
    };
  }
  return values;
}

/** The value of one element under its own name: `{selected_option: {…}}`. Empty for a button. */
export function keptValue(
  { element, options }: Pick<Found, "element" | "options">,
  given: string | string[] | null,
): Fields {
  const kept = KEPT[String(element["type"])];
  if (kept === undefined) return {};
  const [key, form] = kept;
  const several = [given ?? []].flat().filter((one) => one !== "");
  const option = (value: string) =>
    options.find((one) => one.value === value) ?? { text: { type: "plain_text", text: value }, value };
  switch (form) {
    case "text":
      return { [key]: several[0] ?? null };
    case "option":
      return { [key]: several[0] === undefined ? null : option(several[0]) };
    case "options":
      return { [key]: several.map(option) };
    case "list":
      return { [key]: several };
  }
}

function holdsState({ element }: Found): boolean {
  return element["type"] !== "overflow" && KEPT[String(element["type"])] !== undefined;
}

function initialOf(element: Fields): string | string[] | null {
  const one = element["initial_value"] ?? element["initial_date"] ?? element["initial_time"] ?? element["initial_user"];
  if (typeof one === "string") return one;
  const option = element["initial_option"] as Option | undefined;
  if (option !== undefined) return option.value;
  const several = element["initial_options"] as Option[] | undefined;
  if (several !== undefined) return several.map((each) => each.value);
  return (element["initial_users"] as string[] | undefined) ?? null;
}
