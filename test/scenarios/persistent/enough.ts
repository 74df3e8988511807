/** The letter has the desired effect, and what was done lapses (CASEWORK section 6: validity). */
import { expect } from "vitest";
import type { Scenario } from "../cast/scenario.ts";
import { warnedByHand } from "./earlier-steps.ts";

export const warningWasEnough: Scenario = {
  title: "the warning was enough: nothing more comes, and when it has lapsed the steps begin anew",
  plays: async (council) => {
    const { bethan, omar, ruth, clock, customer } = council;
    const tamsin = customer("Tamsin Goodacre");
    await warnedByHand(council, tamsin);
    const warned = clock.date();
    expect(await omar.checks(tamsin)).toContain("nothing to keep to");

    await clock.passes({ months: 12, days: 1 });
    const report = await bethan.reports(tamsin);
    const card = await ruth.sees(`Look at report ${report.ref}`, "Advice: open.");
    expect(card).toMatch(/Warning letter: not yet\. The advice is older than 6 months/i);
    expect(card).toMatch(/Restriction: not yet\. .*the warning is older than 12 months/i);
    expect(await ruth.cannotPropose(report, { kinds: ["No emails"] })).toMatch(/older than 12 months/);
    expect(await ruth.asksToModerate(report)).toContain("Advice asked for");
    expect(await ruth.readsHistory(`Advice after report ${report.ref}`)).toContain(warned);
  },
};
