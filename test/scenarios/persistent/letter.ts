/** Until the customer has been written to, nobody refuses them (CASEWORK section 1). */
import { expect } from "vitest";
import type { Scenario } from "../cast/scenario.ts";
import { askedAndWarned } from "./earlier-steps.ts";

const MAY_NOT_KNOW = "The customer may not know this yet: explain it, do not refuse or end the contact.";

export const letterNotSent: Scenario = {
  title:
    "nobody sends the letter: officers explain and refuse nothing, and after a working day the register team hears",
  begins: "friday 15:00",
  plays: async ({ bethan, ruth, grace, dara, nadia, clock, customer, contactArrives }) => {
    const clemency = customer("Clemency Rudge");
    const report = await bethan.reports(clemency);
    const ref = await ruth.proposes(report, { kinds: ["No emails"], before: askedAndWarned(clock) });
    await grace.approves(ref);
    const writes = () => contactArrives({ from: clemency, by: "email", to: dara });
    expect(await writes()).toMatchObject({ outcome: "breach" });
    expect(await dara.sees(`Customer ${clemency.ref}`, MAY_NOT_KNOW)).not.toMatch(/Do not (answer|reply)/);
    expect(await dara.checks(clemency)).toContain(MAY_NOT_KNOW);

    await clock.goesTo("monday 14:59");
    await nadia.seesNothingOf(`decision ${ref}`);
    await clock.goesTo("monday 15:05");
    await nadia.sees("Send the letter", `decision ${ref}`);
    await ruth.sendsLetter(clemency);
    expect(await nadia.readsRegisterEntry(clemency)).toContain(`Customer told: ${clock.date()}`);
    await writes();
    expect(await dara.sees(`Customer ${clemency.ref}`, "Read it. Do not reply.")).not.toContain(MAY_NOT_KNOW);
  },
};
