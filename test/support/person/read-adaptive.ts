/** The words, buttons and fields of any Adaptive Card. */
import { z } from "zod";
import { once } from "./once.ts";

const Node = z.looseObject({ type: z.string().optional() });
type Node = z.infer<typeof Node>;

export type Button = {
  readonly label: string;
  readonly type: string;
  readonly verb: string;
  readonly data: Record<string, unknown>;
  readonly id?: string;
};
export type Field = {
  readonly id: string;
  readonly type: string;
  readonly label: string;
  readonly required: boolean;
  readonly errorMessage: string;
  readonly several: boolean;
  readonly options: readonly { readonly label: string; readonly value: string }[];
  /** Among whom the options are looked up for what is typed; null: they all stand there. */
  readonly dataset: string | null;
  readonly value: string | null;
};
export type Read = {
  readonly lines: string[];
  readonly faults: string[];
  readonly buttons: Button[];
  readonly fields: Field[];
};

export const readAdaptive = once((card: unknown): Read => {
  const nodes = walk(card);
  const texts = nodes.flatMap((node) => linesOf(node).map((line) => ({ line: plain(line), node })));
  return {
    lines: texts.map(({ line }) => line),
    faults: texts.filter(({ node }) => String(node["color"]).toLowerCase() === "attention").map(({ line }) => line),
    buttons: nodes.flatMap(buttonOf),
    fields: nodes.flatMap(fieldOf),
  };
});

/** Text or a number as text; null for nothing. */
function wordOf(value: unknown): string | null {
  return typeof value === "string" || typeof value === "number" ? String(value) : null;
}

/** Every object of the card in reading order; what is hidden, and what older clients get instead, left out. */
function walk(given: unknown): Node[] {
  if (Array.isArray(given)) return given.flatMap(walk);
  const node = Node.safeParse(given);
  if (!node.success || node.data["isVisible"] === false) return [];
  const { fallback: _fallback, data: _data, refresh: _refresh, ...inner } = node.data;
  return [node.data, ...Object.values(inner).flatMap(walk)];
}

function linesOf(node: Node): string[] {
  if (node.type === "TextBlock" || node.type === "CodeBlock")
    return [wordOf(node["text"] ?? node["codeSnippet"]) ?? ""];
  if (node.type === "FactSet") return Facts.parse(node["facts"]).map(({ title, value }) => `${title}: ${value}`);
  if (node.type === "RichTextBlock")
    return [
      Inlines.parse(node["inlines"])
        .map((one) => (typeof one === "string" ? one : one.text))
        .join(""),
    ];
  return node.type === "Image" && typeof node["altText"] === "string" ? [node["altText"]] : [];
}

const Facts = z.array(z.looseObject({ title: z.string(), value: z.string() }));
const Inlines = z.array(z.union([z.string(), z.looseObject({ text: z.string() })]));
const Choices = z.array(z.looseObject({ title: z.string(), value: z.string() }));
const Query = z.object({ type: z.literal("Data.Query"), dataset: z.string() });
const Data = z.record(z.string(), z.unknown());

function buttonOf(node: Node): Button[] {
  if (node.type !== "Action.Execute" && node.type !== "Action.Submit") return [];
  const id = node["id"];
  const common = { label: wordOf(node["title"]) ?? "", type: node.type, verb: wordOf(node["verb"]) ?? "" };
  return [{ ...common, data: Data.parse(node["data"] ?? {}), ...(typeof id === "string" && { id }) }];
}

function fieldOf(node: Node): Field[] {
  if (node.type?.startsWith("Input.") !== true) return [];
  return [
    {
      id: String(node["id"]),
      type: node.type,
      label: wordOf(node["label"] ?? node["title"] ?? node["placeholder"]) ?? "",
      required: node["isRequired"] === true,
      errorMessage: wordOf(node["errorMessage"]) ?? "This field is required.",
      several: node["isMultiSelect"] === true,
      options: optionsOf(node),
      dataset: Query.safeParse(node["choices.data"]).data?.dataset ?? null,
      value: wordOf(node["value"]),
    },
  ];
}

function optionsOf(node: Node) {
  if (node.type === "Input.Toggle") {
    const { valueOn = "true", valueOff = "false" } = node;
    return [
      { label: "Yes", value: String(valueOn) },
      { label: "No", value: String(valueOff) },
    ];
  }
  return Choices.parse(node["choices"] ?? []).map(({ title, value }) => ({ label: title, value }));
}

/** Teams' Markdown without its marks and escapes. */
function plain(text: string): string {
  return text.replace(/(?<!\\)\*\*/g, "").replace(/\\([\\`*_{}[\]()#+\-.!|<>~])/g, "$1");
}
