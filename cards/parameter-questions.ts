/**
 * The questions that the parameters of a restriction can be asked with. Each reads what it asked and shows what was
 * entered, so that the two cannot come apart. Field ids here are those of one kind: restriction-fields.ts adds the kind.
 */
import type { Field, Option, Values } from "./model.ts";
import { storable } from "./storable.ts";

/** What those are called whom a draft names already. Value: the work email, or the id of somebody outside the staff. */
export type Known = readonly Option[];

export type Question = {
  readonly parameter: string;
  readonly fields: (known: Known) => readonly Field[];
  /** The parameter as the policy reads it; `undefined` when nothing was answered. */
  readonly read: (values: Values) => unknown;
  /** The other way round: what to fill in for a parameter that was entered before. */
  readonly shown: (parameter: unknown) => Values;
  /** The field of a fault inside the parameter, at the rest of its path, where it has several fields. */
  readonly at?: (values: Values, path: readonly string[]) => string;
};

type Asked<Kind extends Field["kind"]> = Omit<Extract<Field, { kind: Kind }>, "kind" | "id" | "multiline">;
type Named = Pick<Asked<"text">, "label" | "hint" | "required">;

export function choice(parameter: string, asked: Asked<"choice">): Question {
  return question(parameter, { kind: "choice", id: parameter, ...asked });
}

export function choices(parameter: string, asked: Asked<"choices">): Question {
  return question(parameter, { kind: "choices", id: parameter, ...asked });
}

/** A number that is read as one: the policy refuses text. */
export function number(parameter: string, asked: Asked<"number">): Question {
  return {
    ...question(parameter, { kind: "number", id: parameter, ...asked }),
    read: (values) => whole(one(values[parameter])),
  };
}

/** A list that is typed, one on each line. */
export function lines(parameter: string, asked: Named): Question {
  return {
    parameter,
    fields: () => [{ kind: "text", id: parameter, multiline: true, maxLength: 1_000, ...asked }],
    read: (values) => several(values[parameter]),
    shown: (value) => ({ [parameter]: texts(value) }),
  };
}

/** One officer; `outside`: somebody outside the staff may be named too. */
export function officer(parameter: string, asked: Named & { readonly outside?: true }): Question {
  const { outside, ...named } = asked;
  const among = outside ? "here-or-outside" : "here";
  return {
    parameter,
    fields: (known) => [{ kind: "people", id: parameter, ...named, among, many: false, known }],
    read: (values) => several(values[parameter])?.[0],
    shown: (value) => ({ [parameter]: text(value) }),
  };
}

/** Several officers, those who are away too. */
export function officers(parameter: string, asked: Named): Question {
  return {
    parameter,
    fields: (known) => [{ kind: "people", id: parameter, ...asked, among: "staff", many: true, known }],
    read: (values) => several(values[parameter]),
    shown: (value) => ({ [parameter]: texts(value) }),
  };
}

function question(parameter: string, field: Field): Question {
  const isList = field.kind === "choices";
  return {
    parameter,
    fields: () => [field],
    read: (values) => (isList ? several(values[parameter]) : one(values[parameter])),
    shown: (value) => ({ [parameter]: isList ? texts(value) : text(value) }),
  };
}

/** One answer, trimmed; nothing when it was left empty. */
export function one(value: Values[string]): string | undefined {
  const typed = typeof value === "string" ? storable(value).trim() : "";
  return typed === "" ? undefined : typed;
}

/** Each once; what was typed is cut at its line breaks. */
function several(value: Values[string]): readonly string[] | undefined {
  const given = typeof value === "string" ? value.split(/[\r\n]+/) : (value ?? []);
  const items = new Set(given.map((item) => storable(item).trim()).filter((item) => item !== ""));
  return items.size > 0 ? [...items] : undefined;
}

function whole(value: string | undefined): number | undefined {
  return value === undefined ? undefined : Number(value);
}

/** A parameter as a field shows it. */
export function text(value: unknown): string | undefined {
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

function texts(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.map(String) : undefined;
}
