/** The words, buttons and fields of any Block Kit blocks. */
import { z } from "zod";
import { once } from "./once.ts";

const Text = z.looseObject({ text: z.string() });
const Option = z.looseObject({ text: Text, value: z.string() });
const Element = z.looseObject({
  type: z.string(),
  action_id: z.string().optional(),
  text: z.union([Text, z.string()]).optional(),
  alt_text: z.string().optional(),
  options: z.array(Option).optional(),
  option_groups: z.array(z.looseObject({ options: z.array(Option) })).optional(),
});
type Element = z.infer<typeof Element>;
const Block = z.looseObject({
  type: z.string(),
  block_id: z.string().optional(),
  text: z.union([Text, z.string()]).optional(),
  fields: z.array(Text).optional(),
  elements: z.array(Element).optional(),
  accessory: Element.optional(),
  element: Element.optional(),
  label: Text.optional(),
  optional: z.boolean().optional(),
});
type Block = z.infer<typeof Block>;

export type Button = {
  readonly label: string;
  readonly blockId: string;
  readonly actionId: string;
  readonly chosen?: string;
};
export type Field = {
  readonly label: string;
  readonly blockId: string;
  readonly actionId: string;
  readonly required: boolean;
  readonly options: readonly { readonly label: string; readonly value: string }[];
  /** The options are looked up for what is typed. */
  readonly searched: boolean;
};
export type Read = { readonly lines: string[]; readonly buttons: Button[]; readonly fields: Field[] };

export const readBlocks = once((given: readonly unknown[]): Read => {
  const blocks = given.map((block) => Block.parse(block));
  return {
    lines: blocks.flatMap(linesOf).map(plain),
    buttons: blocks.flatMap((block) => buttonsOf(block)),
    fields: blocks.flatMap(fieldOf),
  };
});

function linesOf(block: Block): string[] {
  const own = [block.text, ...(block.fields ?? [])].flatMap(wordsOf);
  const inner =
    block.type === "context" ? (block.elements ?? []).flatMap((one) => wordsOf(one.text ?? one.alt_text)) : [];
  const rich = block.type === "rich_text" ? richWords(block.elements ?? []) : [];
  return [...own, ...inner, ...rich];
}

const wordsOf = (text: z.infer<typeof Text> | string | undefined): string[] =>
  text === undefined ? [] : [typeof text === "string" ? text : text.text];

/** Each section or list item of rich text as one line. */
function richWords(elements: readonly unknown[]): string[] {
  return elements
    .map((element) => JSON.stringify(element, (key, value) => (key === "type" ? undefined : value)))
    .map((json) =>
      [...json.matchAll(/"text":"((?:[^"\\]|\\.)*)"/g)]
        .map((match) => String(JSON.parse(`"${match[1] ?? ""}"`)))
        .join(""),
    );
}

function buttonsOf(block: Block): Button[] {
  const elements = [
    ...(block.type === "actions" ? (block.elements ?? []) : []),
    ...(block.accessory === undefined ? [] : [block.accessory]),
  ];
  return elements.flatMap((element) => {
    const at = { blockId: block.block_id ?? "", actionId: element.action_id ?? "" };
    if (element.type === "button") return wordsOf(element.text).map((label) => ({ label, ...at }));
    return optionsOf(element).map(({ label, value }) => ({ label, chosen: value, ...at }));
  });
}

function fieldOf({ type, label, element, block_id: blockId = "", optional = false }: Block): Field[] {
  if (type !== "input" || label === undefined || element === undefined) return [];
  return [
    {
      label: label.text,
      blockId,
      actionId: element.action_id ?? "",
      required: !optional,
      options: optionsOf(element),
      searched: element.type.endsWith("external_select"),
    },
  ];
}

function optionsOf({ options = [], option_groups: groups = [] }: Element) {
  return [...options, ...groups.flatMap((group) => group.options)].map(({ text, value }) => ({
    label: text.text,
    value,
  }));
}

/** mrkdwn without its marks and escapes. */
function plain(text: string): string {
  return text.replaceAll("*", "").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
