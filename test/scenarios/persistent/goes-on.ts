/** "If the disruptive behaviour continues" although contact is restricted already (7.2.2, 7.4). */
import { expect } from "vitest";
import type { Scenario } from "../cast/scenario.ts";
import { warnedByHand } from "./earlier-steps.ts";

export const harderRestriction: Scenario = {
  title:
    "a contact outside is reported from its alert: no step is taken again, and a second restriction joins the first",
  plays: async (council) => {
    const { bethan, ruth, grace, hugh, dara, clock, customer, contactArrives } = council;
    const gwendolen = customer("Gwendolen Sayle");
    await warnedByHand(council, gwendolen);
    await clock.passes({ days: 1 });
    const first = await ruth.proposes(await bethan.reports(gwendolen), { kinds: ["No emails"] });
    await grace.approves(first);
    await ruth.sendsLetter(gwendolen);

    await contactArrives({ from: gwendolen, by: "email", to: dara });
    await dara.sees(`Customer ${gwendolen.ref}`, "Read it. Do not reply.");
    const report = await dara.reportsFromAlert(gwendolen);
    expect(await ruth.sees(`Look at report ${report.ref}`, gwendolen.ref)).toContain("Restriction: open.");
    const second = await ruth.proposes(report, {
      kinds: ["Phone calls at set days"],
      details: { "Calls on which days?": ["Tuesday"], "How many minutes at most?": "10" },
    });
    expect(await hugh.readsCase(second)).toContain(`Restricted before: ${first}, no emails`);
    await hugh.approves(second);
    await ruth.sendsLetter(gwendolen);

    await clock.goesTo("thursday 10:00");
    expect(await contactArrives({ from: gwendolen, by: "email", to: dara })).toMatchObject({ outcome: "breach" });
    expect(await contactArrives({ from: gwendolen, by: "phone", to: dara })).toMatchObject({ outcome: "breach" });
    expect(await bethan.checks(gwendolen)).toMatch(/on Tuesday[\s\S]*Emails: not used/);
  },
};
