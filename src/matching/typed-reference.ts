import type { WrittenPerson } from "./given.ts";

/** A number as people write it: nothing but its digits and what stands between them. */
const NUMBER = /^[+\d\s().-]{7,}$/;

/**
 * What somebody typed as a reference, where it reads as something else: a number in the first field of a form would
 * otherwise be looked up as a reference that nobody has, and be clear.
 */
export function notAReference(typed: string): Pick<WrittenPerson, "phone" | "email"> {
  if (typed.includes("@")) return { email: typed };
  return NUMBER.test(typed) ? { phone: typed } : {};
}

/** Whether what was typed as a reference, and is none on the register, is a name: no reference is without a digit. */
export function readsAsName(typed: string): boolean {
  return !/\d/.test(typed);
}
