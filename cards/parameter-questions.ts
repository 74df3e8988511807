/**
 * The questions that the parameters of a restriction can be asked with. Each reads what it asked and shows what was
 * entered, so that the two cannot come apart. Field ids here are those of one kind: restriction-fields.ts adds the kind.
 */
import { fitsMenu } from "./menu.ts";
import type { Field, Option, Values } from "./model.ts";
import { storable } from "./storable.ts";

/** Who can be chosen. Value: the work email, or the id of somebody outside the staff; label: name and service. */
export type Staff = {
  readonly officers: readonly Option[];
  readonly outside: readonly Option[];
  /** Staff who are away now. They answer nothing, yet a customer can be kept from them: that may be why they are away. */
  readonly away: readonly Option[];
};

export type Question = {
  readonly parameter: string;
  readonly fields: (staff: Staff) => readonly Field[];
  /** The parameter as the policy reads it; `undefined` when nothing was answered. */
  readonly read: (values: Values) => unknown;
  /** The other way round: what to fill in for a parameter that was entered before. */
  readonly shown: (parameter: unknown) => Values;
};

type Asked<Kind extends Field["kind"]> = Omit<Extract<Field, { kind: Kind }>, "kind" | "id" | "multiline">;
type Named = Pick<Asked<"text">, "label" | "hint" | "required">;

const EMAIL = 254;

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
  return typedList(parameter, () => ({ kind: "text", id: parameter, multiline: true, maxLength: 1_000, ...asked }));
}

/** One officer; `outside`: somebody outside the staff may be chosen too. */
export function officer(parameter: string, asked: Named & { readonly outside?: true }): Question {
  const { outside, ...named } = asked;
  return {
    parameter,
    read: (values) => one(values[parameter]),
    shown: (value) => ({ [parameter]: text(value) }),
    fields: (staff) => {
      const options = [...staff.officers, ...(outside ? staff.outside : [])];
      if (fitsMenu(options)) return [{ kind: "choice", id: parameter, ...named, options: byLabel(options) }];
      const hint = outside
        ? "Their name or work email; of somebody outside the staff, their name or the email on record."
        : "Their name or work email.";
      return [
        {
          kind: "text",
          id: parameter,
          ...named,
          ...hints(hint, named.hint),
          multiline: false,
          maxLength: EMAIL,
          people: true,
        },
      ];
    },
  };
}

/** Several officers, those who are away too. */
export function officers(parameter: string, asked: Named): Question {
  return typedList(parameter, (staff) => {
    const options = [...staff.officers, ...staff.away];
    return fitsMenu(options)
      ? { kind: "choices", id: parameter, ...asked, options: byLabel(options) }
      : {
          kind: "text",
          id: parameter,
          ...asked,
          ...hints("Their names or work emails, one on each line.", asked.hint),
          multiline: true,
          maxLength: 3_000,
          people: true,
        };
  });
}

/** What to type, and then what is said of the question wherever it is asked. */
function hints(typed: string, asked: string | undefined) {
  return { hint: asked === undefined ? typed : `${typed} ${asked}` };
}

/** One window of the day, in two fields. */
export function timeWindow(parameter: string, { from, to }: { readonly from: string; readonly to: string }): Question {
  return {
    parameter,
    fields: () => [
      { kind: "time", id: "from", label: from, required: false },
      { kind: "time", id: "to", label: to, required: false },
    ],
    read: ({ from: begins, to: ends }) => windows(one(begins), one(ends)),
    shown: (list) => ({ from: text(firstOf(list, "from")), to: text(firstOf(list, "to")) }),
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

/** Chosen from a menu it comes as a list, typed as lines of text; shown, a menu takes a list and a text its lines. */
function typedList(parameter: string, field: (staff: Staff) => Field): Question {
  return {
    parameter,
    fields: (staff) => [field(staff)],
    read: (values) => several(values[parameter]),
    shown: (value) => ({ [parameter]: texts(value) }),
  };
}

function byLabel(options: readonly Option[]): readonly Option[] {
  return options.toSorted((a, b) => a.label.localeCompare(b.label, "en-GB"));
}

/** One half of a window goes on as an empty time, so that the policy's check says what is missing. */
function windows(from: string | undefined, to: string | undefined) {
  return from === undefined && to === undefined ? undefined : [{ from: from ?? "", to: to ?? "" }];
}

function one(value: Values[string]): string | undefined {
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
