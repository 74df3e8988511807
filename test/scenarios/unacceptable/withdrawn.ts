/** A proposal that comes to nothing: taken back, or refused for the milder step. */
import { expect } from "vitest";
import type { Scenario } from "../cast/scenario.ts";
import { THREAT, warned } from "./earlier-steps.ts";

export const withdrawnBeforeAnswer: Scenario = {
  title: "withdrawn while Social Work is asked: the question closes, nobody has to answer, and no senior was troubled",
  plays: async ({ bethan, ruth, grace, petra, clock, customer }) => {
    const report = await bethan.reports(customer("Murdo Ogilvie"));
    const ref = await ruth.leavesWaiting(report, { kinds: ["No emails"], before: warned(clock) });
    await petra.sees("A question to Social Work", ref);
    await clock.passes({ workingDays: 2, minutes: 10 });
    await ruth.sees("Social Work has not answered yet", ref);
    expect(await grace.wasAsked(ref)).toBe(false);
    expect(await ruth.withdraws(ref)).toContain(`You withdrew ${ref}`);
    await petra.sees("The question to Social Work is closed", ref);
    expect(await petra.canPress(ref)).toEqual([]);
    await ruth.takesNoAction(report, "They wrote to say sorry.");
    await bethan.sees(`Your report ${report.ref} has been looked at`, "No further action");
  },
};

export const warnedInstead: Scenario = {
  title: "a senior finds no reason to go without a warning: rejected, and the same report leads to the letter",
  plays: async ({ bethan, ruth, grace, clock, customer, contactArrives }) => {
    const struan = customer("Struan Lockerbie");
    const report = await bethan.reports(struan);
    const ref = await ruth.proposes(report, {
      kinds: ["No emails"],
      before: THREAT,
    });
    expect(await grace.rejects(ref, "It was no threat. Write to them first.")).toContain(`You rejected ${ref}`);
    expect(await ruth.readsCase(`${ref} was rejected`)).toContain("Write to them first.");
    expect(await contactArrives({ from: struan, by: "email", to: bethan })).toMatchObject({ outcome: "clear" });
    await clock.passes({ days: 1 });
    const again = await bethan.reports(struan);
    await ruth.sendsWarning(again);
    await bethan.sees(`Your report ${again.ref}`, "The customer was sent a warning letter");
  },
};
