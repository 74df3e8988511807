/** Part of a form under a heading of its own, so that a long form reads as a few short ones. */
import type { Field } from "./model.ts";

/** The fields with the heading above the first of them; no fields, no heading. */
export function section(heading: string, fields: readonly Field[]): readonly Field[] {
  return fields.map((field, index) => (index === 0 ? { ...field, section: heading } : field));
}
