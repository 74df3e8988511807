/** A report that somebody else than the manager of its service deals with (CASEWORK section 1). */
import { expect } from "vitest";
import type { Scenario } from "../cast/scenario.ts";
import { askedAndWarned } from "./earlier-steps.ts";

export const givenToSenior: Scenario = {
  title: "the manager gives a report to senior staff: the nearest has its card, proposes, and does not decide it",
  plays: async ({ bethan, ruth, grace, hugh, clock, customer }) => {
    const report = await bethan.reports(customer("Cornelius Ashdown"));
    expect(await ruth.givesToSenior(report)).toContain(`Grace Okoye has report ${report.ref}`);
    await ruth.sees(`Look at report ${report.ref}`, "In hand with: Grace Okoye");
    expect(await ruth.canPress(`Look at report ${report.ref}`)).not.toContain("Give to senior staff");
    const ref = await grace.proposes(report, { kinds: ["No emails"], before: askedAndWarned(clock) });
    await ruth.sees(`after report ${report.ref}`, `Grace Okoye proposed a restriction (${ref})`);
    expect(await grace.wasAsked(ref)).toBe(false);
    await hugh.isAsked(ref);
    expect(await hugh.approves(ref)).toContain(`You approved ${ref}`);
    await grace.sees(`Your proposal ${ref} was approved`);
  },
};

export const standsInForManager: Scenario = {
  title: "the manager is away for the week: a report that waits goes to whoever stands in, until they are back",
  plays: async ({ bethan, ruth, jonas, clock, customer }) => {
    const first = await bethan.reports(customer("Ottilie Brandreth"));
    const second = await bethan.reports(customer("Ignatius Pell"));
    expect(await ruth.handsOverTo(jonas, { from: clock.day(), until: clock.day(4) })).toContain("Jonas Weir stands in");
    await clock.passes({ minutes: 1 });
    await jonas.sees(`Look at report ${first.ref}`, "In hand with: Ruth Calder");
    expect(await jonas.takesNoAction(first, "It was settled by a call.")).toContain("is closed");
    await ruth.sees(`No further action on report ${first.ref}`, "Jonas Weir");

    await clock.goesTo("monday 9:00");
    await jonas.sees("You no longer stand in for Ruth Calder");
    expect(await jonas.canPress(`Look at report ${second.ref}`)).toEqual(["Read the report"]);
    expect(await ruth.takesNoAction(second, "It was settled by a call.")).toContain("is closed");
  },
};
