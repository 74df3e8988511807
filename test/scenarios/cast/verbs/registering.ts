/** `/check-contact` and `/contact-register`. */
import { send, told } from "../../../e2e/hands.ts";
import type { Person } from "../../../support/person.ts";
import type { Acting } from "../colleague.ts";
import type { Customer } from "../customer.ts";
import { sendOrWhyNot } from "./refusal.ts";

export const registering = ({ person }: Acting) => ({
  /** Asks how the customer may be dealt with; `by`: the planned channel, as the form says it. */
  checks: async ({ phone }: Customer, by?: string): Promise<string> => {
    await person.command("check-contact");
    await person.form("Why are you checking?");
    const planned = by ? { "How do you plan to deal with them?": by } : {};
    return await send(person, { "Phone number": phone, "Why are you checking?": "About to ring back.", ...planned });
  },
  /** The register's entry of this customer. */
  readsRegisterEntry: async ({ ref }: Customer): Promise<string> => {
    await person.command("contact-register");
    await turnTo(person, `Open ${ref}`);
    await person.press(`Open ${ref}`);
    const entry = await person.form("Decided by");
    await person.close();
    return entry.lines.join("\n");
  },
  /** Finds the case and records that the customer's complaint about a colleague is settled; what is said. */
  settlesComplaint: async ({ ref }: Customer, about: string): Promise<string> => {
    await person.command("contact-register", `find ${ref}`);
    await person.press(`Open ${ref}`);
    await person.form(`Case history: ${ref}`);
    await person.press("Settle a complaint");
    await person.form("Settle a complaint");
    return await sendOrWhyNot(person, {
      "Who was the complaint about?": [about],
      "Why is it settled?": "It was investigated and answered",
    });
  },
  /** Their own work, as `/contact-register my-work` lists it. */
  readsOwnWork: async (): Promise<string> => {
    const outcome = await person.command("contact-register", "my-work");
    if (person.chat === "slack") return await told(person, outcome);
    return (await person.card("Your work")).lines.join("\n");
  },
});

/** Turns the pages of the register to the one with this button. */
async function turnTo(person: Person, label: string): Promise<void> {
  let page = await person.form("Arrangements in force");
  for (let next = 2; !page.buttons.includes(label); next += 1) {
    await person.press("Next page");
    page = await person.form(`Page ${next} of`);
  }
}
