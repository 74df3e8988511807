/** A serious threat of violence under a policy that has no short road (CASEWORK section 3). */
import { expect } from "vitest";
import type { Scenario } from "../cast/scenario.ts";

export const fridayThreat: Scenario = {
  title: "a serious threat on a Friday at 5:10pm goes up the line at once; the steps still come before a restriction",
  begins: "friday 17:10",
  plays: async ({ bethan, ruth, dara, grace, nadia, clock, customer }) => {
    const report = await bethan.reports(customer("Rufus Ingram"), {
      "Was there a serious threat of violence?": "Yes",
      "What was it like?": ["A threat"],
    });
    expect(await ruth.sees("A serious threat of violence")).toContain("ring 999 first");
    expect(await nadia.sees("A serious threat of violence")).not.toContain("Bethan Howell");
    await dara.seesNothingOf("A serious threat of violence");

    await clock.passes({ minutes: 15 });
    expect(await dara.sees("A serious threat of violence")).toContain("Nobody has acknowledged this yet.");
    await clock.passes({ minutes: 15 });
    await grace.sees("A serious threat of violence");
    await dara.acknowledgesTheThreat();
    expect(await ruth.sees("Dara Quinn has it")).toContain("staff protection policy");

    expect(await ruth.cannotPropose(report, { kinds: ["No home visits"] })).toMatch(/no advice is on record/i);
    await clock.goesTo("monday 9:00");
    await nadia.seesNothingOf(`Look at report ${report.ref}`);
    await clock.goesTo("monday 17:00");
    await nadia.sees(`Look at report ${report.ref}`);
  },
};
