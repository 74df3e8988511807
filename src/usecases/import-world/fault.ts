/** What is wrong with a world file, each fault with the path of its place. */
import type { z } from "zod";
import { withArticle } from "../../policy/arrangement/uk-words.ts";

export type WorldFault = { readonly path: string; readonly message: string };
export type Path = readonly PropertyKey[];

/** A fault at a place such as `customers[3].identifiers[0].value`. */
export function fault(path: Path, message: string): WorldFault {
  return { path: pathText(path) || "(the whole file)", message };
}

/** A path as people write it. */
function pathText(path: Path): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === "number") return `${text}[${key}]`;
    return text === "" ? String(key) : `${text}.${String(key)}`;
  }, "");
}

/** The faults of a shape in plain words; one for each unknown key. */
export function plainFaults(issue: z.core.$ZodIssue): readonly WorldFault[] {
  if (issue.code !== "unrecognized_keys") return [fault(issue.path, plainMessage(issue))];
  return issue.keys.map((key) => fault([...issue.path, key], "is not a part of a world file"));
}

function plainMessage(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "is missing" : `is not ${named(issue.expected)}`;
    case "invalid_value":
      return `is not one of: ${issue.values.map(String).join(", ")}`;
    case "invalid_union":
      return unionMessage(issue);
    case "unrecognized_keys":
    case "too_small":
    case "too_big":
    case "invalid_format":
    case "not_multiple_of":
    case "invalid_key":
    case "invalid_element":
    case "custom":
      return issue.message;
  }
}

/** A wrong discriminator lists what there is; other unions say why each way was not taken. */
function unionMessage(issue: z.core.$ZodIssueInvalidUnion): string {
  if ("options" in issue && Array.isArray(issue.options))
    return `is not one of: ${issue.options.map(String).join(", ")}`;
  const reasons = issue.errors.flatMap(([first]) => (first ? [plainMessage(first)] : []));
  return [...new Set(reasons)].join(", and ");
}

const WORDS: Readonly<Record<string, string>> = {
  array: "a list",
  object: "a group of keys in { }",
  string: "a text in quotes",
  int: "a whole number",
  boolean: "true or false",
};

function named(expected: string): string {
  return WORDS[expected] ?? withArticle(expected);
}
