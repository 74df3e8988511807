/** What people answer to an alert. */
import { send, told } from "../../../e2e/hands.ts";
import type { Filled } from "../../../support/person.ts";
import type { Acting } from "../colleague.ts";
import type { Customer } from "../customer.ts";
import type { Report } from "./reporting.ts";

export const answering = ({ person }: Acting) => ({
  /** The register team says whose contact it was; gives back what they are told. */
  judges: async (answer: "Same person" | "Not the same person"): Promise<string> =>
    await told(person, await person.press(answer, { on: "This may be a customer on the register" })),
  /** Reports the contact behind the alert about this customer. */
  reportsFromAlert: async (customer: Customer, answers: Filled = {}): Promise<Report> => {
    await person.press("Report as an incident", { on: `Customer ${customer.ref}` });
    await person.form("What happened?");
    const said = await send(person, { "What happened?": "Wrote again after it was closed.", ...answers });
    const [ref] = /R-\d+/.exec(said) ?? [];
    if (ref === undefined) throw new Error(`not reported: ${said}`);
    return { ref, customer };
  },
});
