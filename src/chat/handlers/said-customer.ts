/** Who the customer of a report is, as a manager says it in the first form of a proposal or in that of a step. */
import { ANOTHER } from "../../../cards/customer-fields.ts";
import type { Values } from "../../../cards/model.ts";
import type { SaidCustomer } from "../../usecases/propose/customer-of-report.ts";
import { one } from "./handler.ts";

/** A reference that is typed says more than the question whether it was somebody whose number it is. */
export function saidCustomer(values: Values): SaidCustomer {
  const perhaps = one(values, "perhaps");
  const who = {
    ref: one(values, "customerRef") ?? (perhaps === ANOTHER ? null : perhaps),
    name: one(values, "name"),
    phone: one(values, "phone"),
    email: one(values, "email"),
  };
  const said = Object.fromEntries(Object.entries(who).filter(([, value]) => value !== null));
  return perhaps === ANOTHER ? { ...said, another: true } : said;
}

/** Of whom it has to be asked, where that only came out by what was typed in the form. */
export function perhapsIn(
  faults: readonly (string | { readonly code: string; readonly ref?: string })[],
): string | undefined {
  return faults.flatMap((fault) =>
    typeof fault !== "string" && fault.code === "perhaps" && fault.ref ? [fault.ref] : [],
  )[0];
}

/** The fault beside the question. */
export function sayWhether(ref: string): readonly [field: string, words: string] {
  return [
    "perhaps",
    `A number or email address you gave is ${ref}'s alone, but the name is not theirs. Say whether it was them.`,
  ];
}
