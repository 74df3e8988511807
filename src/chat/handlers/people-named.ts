/** People who are typed because no menu holds a whole council: looked up by name among the staff. */
import type { Faults, Form, Values } from "../../../cards/model.ts";
import { clamped } from "../../../cards/render/plain.ts";
import { listOf } from "../../policy/arrangement/uk-words.ts";
import { type Nameable, personMeant } from "../../policy/staff/person-meant.ts";

/** So many of one name are listed; of more, somebody has to type more. */
const LISTED = 5;

/**
 * The values with a work email or an id wherever a name was typed that only one of these people has. A name that several
 * have is a fault beside its field; what nobody is called stays as it was typed.
 */
export function peopleNamed(
  form: Form,
  values: Values,
  people: readonly Nameable[],
): { readonly values: Values; readonly faults: Faults } {
  const typed = form.fields.flatMap((field) => {
    const value = values[field.id];
    return field.kind === "text" && field.people && typeof value === "string" ? [{ id: field.id, value }] : [];
  });
  const read = typed.map(({ id, value }) => ({ id, meant: partsOf(value).map((part) => meantBy(part, people)) }));
  return {
    values: {
      ...values,
      ...Object.fromEntries(read.map(({ id, meant }) => [id, meant.map((one) => one.value).join("\n")])),
    },
    faults: Object.fromEntries(
      read.flatMap(({ id, meant }) => {
        const unclear = meant.flatMap(({ fault }) => fault ?? []);
        return unclear.length > 0 ? [[id, unclear.join(" ")]] : [];
      }),
    ),
  };
}

/** Of what somebody typed as a name or an email they may read so much again. */
const SHOWN = 100;

/** Which of what somebody typed is nobody's. For them alone, in the form where they typed it. */
export function nobodys(typed: readonly string[], what: "work email" | "name or work email"): string {
  const shown = typed.slice(0, LISTED).map((one) => `“${clamped(one, SHOWN)}”`);
  const more = typed.length > LISTED ? [`${typed.length - LISTED} more`] : [];
  return `${listOf([...shown, ...more])} ${typed.length === 1 ? "is" : "are"} nobody's ${what} here.`;
}

/** A name has spaces in it, and may have a comma; email addresses also stand beside one another. */
function partsOf(value: string): readonly string[] {
  return value
    .split("\n")
    .flatMap((line) => (line.includes("@") ? line.split(/[\s,;]+/) : [line.trim()]).filter(Boolean));
}

function meantBy(part: string, people: readonly Nameable[]): { readonly value: string; readonly fault?: string } {
  const meant = personMeant(part, people);
  switch (meant.code) {
    case "one":
      return { value: meant.value };
    case "nobody":
      return { value: part };
    case "several": {
      const listed = meant.people.slice(0, LISTED).map(({ label, value }) => `${label} (${value})`);
      const more = meant.people.length > LISTED ? ` and ${meant.people.length - LISTED} more` : "";
      return {
        value: part,
        fault: `Several people are called this: ${listed.join("; ")}${more}. Enter the email of one.`,
      };
    }
  }
}
