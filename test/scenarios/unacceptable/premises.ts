/** A ban of our offices reaches no council meeting unless the executive decided that (CASEWORK section 2). */
import { expect } from "vitest";
import type { Scenario } from "../cast/scenario.ts";
import { THREAT } from "./earlier-steps.ts";

const MEETINGS = "Are council meetings or polling held where this keeps the customer out?";

export const officesAndMeetings: Scenario = {
  title:
    "offices by appointment only: meetings that nobody decided about hold it up, left out they stay open to the customer",
  plays: async ({ bethan, ruth, elena, dara, customer, contactArrives }) => {
    const niall = customer("Niall Drummond");
    const report = await bethan.reports(niall);
    const wanted = {
      kinds: ["Offices by appointment only"],
      before: THREAT,
      details: { "Which offices?": "Town House" },
    };
    const separately = { [MEETINGS]: "An executive decided about them separately" };
    expect(await ruth.cannotPropose(report, { ...wanted, gates: separately })).toMatch(/executive/i);
    const ref = await ruth.proposes(report, { ...wanted, gates: { [MEETINGS]: "They are left out" } });
    await elena.approves(ref);
    await ruth.sendsLetter(niall);

    const comes = (more: object) => contactArrives({ from: niall, by: "visit", to: dara, with: more });
    expect(await comes({ premises: "Town House" })).toMatchObject({ outcome: "breach" });
    await dara.sees(`Customer ${niall.ref}`, "Ask the customer to make an appointment.");
    expect(await comes({ premises: "Town House", protectedReason: "council_meeting" })).toMatchObject({
      outcome: "permitted",
    });
    expect(await comes({ premises: "Library" })).toMatchObject({ outcome: "permitted" });
  },
};
