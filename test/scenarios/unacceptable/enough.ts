/** "in around half of all cases, a warning letter has the desired effect" (paragraph 3). */
import { expect } from "vitest";
import type { Scenario } from "../cast/scenario.ts";

export const warningWasEnough: Scenario = {
  title: "the warning was enough: for a year nothing follows and nobody is restricted, then it no longer counts",
  plays: async ({ bethan, ruth, omar, clock, customer, contactArrives }) => {
    const isla = customer("Isla Abernethy");
    await ruth.sendsWarning(await bethan.reports(isla));
    const warnedOn = clock.date();
    expect(await contactArrives({ from: isla, by: "phone", to: omar })).toMatchObject({ outcome: "clear" });
    await clock.passes({ months: 6, days: 1 });
    expect(await omar.checks(isla)).toContain("nothing to keep to");

    await clock.passes({ months: 6 });
    const later = await bethan.reports(isla);
    const card = await ruth.sees(`Look at report ${later.ref}`, "Warning letter: open.");
    expect(card).toMatch(/Restriction: not yet\. .*the warning is older than 12 months/i);
    expect(card).toContain("Earlier reports: 1");
    expect(await ruth.cannotPropose(later, { kinds: ["No emails"] })).toMatch(/older than 12 months/);
    expect(await ruth.sendsWarning(later)).toContain("a restriction can be proposed");
    expect(await ruth.readsHistory(`Warning after report ${later.ref}`)).toMatch(
      new RegExp(`${warnedOn}[^]*${clock.date()}`),
    );
  },
};
