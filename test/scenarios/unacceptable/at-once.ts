/** "authority to deal immediately with that behaviour in a manner they consider appropriate" (paragraph 1). */
import { expect } from "vitest";
import type { Scenario } from "../cast/scenario.ts";

export const dealtWithAtOnce: Scenario = {
  title: "front-line staff end a call at once: nobody's leave is asked, it is on record, and it ends there",
  plays: async ({ bethan, ruth, grace, elena, customer, settled, contactArrives }) => {
    const elspeth = customer("Elspeth Rankine");
    const report = await bethan.reports(elspeth, {
      "How did it happen?": "Phone",
      "What did you do at once?": ["Ended the call"],
    });
    await settled();
    await grace.seesNothingOf(report.ref);
    await elena.seesNothingOf(report.ref);
    expect(await ruth.opens("Read the report", `Look at report ${report.ref}`)).toMatch(/ended the call/i);
    expect(await contactArrives({ from: elspeth, by: "phone", to: bethan })).toMatchObject({ outcome: "clear" });
    expect(await ruth.takesNoAction(report, "Bethan dealt with it.")).toContain("is closed");
    await bethan.sees(`Your report ${report.ref} has been looked at`, "No further action");
  },
};
