/** A form filled in with what was entered before. */
import type { Field, Values } from "./model.ts";

/** The fields with these values where there are any; a menu takes only what it offers. */
export function withValues(fields: readonly Field[], values: Values): readonly Field[] {
  return fields.map((field) => filled(field, values[field.id]));
}

function filled(field: Field, value: Values[string]): Field {
  if (value === undefined || value.length === 0) return field;
  switch (field.kind) {
    case "choices":
      return chosen(field, typeof value === "string" ? [value] : value);
    case "people":
      return named(field, typeof value === "string" ? [value] : value);
    case "choice":
      return typeof value === "string" && field.options.some((option) => option.value === value)
        ? { ...field, value }
        : field;
    case "text":
      // A list that is typed stands one on each line.
      if (typeof value === "string") return { ...field, value };
      return field.multiline ? { ...field, value: value.join("\n") } : field;
    case "number":
    case "date":
    case "time":
      return typeof value === "string" ? { ...field, value } : field;
  }
}

/** As the staff list writes them, whatever the case they were typed in. */
function named(field: Extract<Field, { kind: "people" }>, wanted: readonly string[]): Field {
  const value = wanted.flatMap(
    (one) => field.known.find((other) => other.value.toLowerCase() === one.toLowerCase())?.value ?? [],
  );
  return value.length > 0 ? { ...field, value } : field;
}

function chosen(field: Extract<Field, { kind: "choices" }>, wanted: readonly string[]): Field {
  const value = wanted.filter((one) => field.options.some((option) => option.value === one));
  return value.length > 0 ? { ...field, value } : field;
}
