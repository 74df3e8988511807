/** `/report-contact`, and what a service manager makes of a report at once. */

import { send, told } from "../../../e2e/hands.ts";
import { report } from "../../../e2e/proposing.ts";
import type { Filled } from "../../../support/person.ts";
import type { Acting } from "../colleague.ts";
import type { Customer } from "../customer.ts";

/** A report by its reference, and whom it is about. */
export type Report = { readonly ref: string; readonly customer: Customer };

export const reporting = ({ stage, person, name }: Acting) => ({
  /** Sends the report form; by the customer's reference once the register has one. Any field by its label. */
  reports: async (customer: Customer, answers: Filled = {}): Promise<Report> => {
    const ref = await report(stage, name, { ...whoItIs(customer), ...answers });
    return { ref, customer };
  },
  /** Closes a report without anything for the customer. */
  takesNoAction: async ({ ref }: Report, why: string): Promise<string> => {
    await person.press("No further action", { on: `Look at report ${ref}` });
    await person.form("Why?");
    return await send(person, { "Why?": why });
  },
  /** Gives it to the nearest of senior staff; what is said. */
  givesToSenior: async ({ ref }: Report): Promise<string> =>
    await told(person, await person.press("Give to senior staff", { on: `Look at report ${ref}` })),
  acknowledgesTheThreat: async (): Promise<string> =>
    await told(person, await person.press("Acknowledge", { on: "A serious threat of violence was reported" })),
});

function whoItIs({ ref, name, phone, email }: Customer): Filled {
  if (ref !== "") return { "Customer reference": ref, "Customer's name": "" };
  return { "Customer's name": name, "Customer's phone number": phone, "Customer's email address": email };
}
