/** Who took no part in what happened, and may decide (CASEWORK section 4). */
import { expect } from "vitest";
import type { Scenario } from "../cast/scenario.ts";
import { THREAT } from "./earlier-steps.ts";

const WANTED = { kinds: ["No emails"], before: THREAT };

export const twoOfThreeExcluded: Scenario = {
  title:
    "two of three seniors are excluded, one reported it and one was hurt; the third has an interest, and the executive decides",
  plays: async ({ grace, hugh, maya, ruth, elena, victor, customer }) => {
    const report = await grace.reports(customer("Torquil Baird"), {
      "Which other officers did it happen to?": hugh.email,
    });
    const ref = await ruth.proposes(report, WANTED);
    await elena.isAsked(ref);
    await maya.isAsked(ref);
    expect(await grace.wasAsked(ref)).toBe(false);
    expect(await hugh.wasAsked(ref)).toBe(false);
    expect(await maya.declaresInterest(ref)).toContain("Victor Adeyemi has been asked instead.");
    expect(await maya.canPress(ref)).toEqual([]);
    await victor.isAsked(ref);
    expect(await elena.approves(ref)).toContain(`You approved ${ref}`);
    await victor.sees(ref, "Approved by Elena Marsh");
    await grace.sees(`Your report ${report.ref}`, "was approved");
  },
};

export const standIn: Scenario = {
  title: "a senior is away and named the proposer to stand in: nobody decides their own proposal, and others are asked",
  plays: async ({ bethan, ruth, grace, hugh, dara, elena, clock, customer }) => {
    const days = { from: clock.day(), until: clock.day(1) };
    expect(await grace.handsOverTo(ruth, days)).toContain("Ruth Calder stands in");
    const ref = await ruth.proposes(await bethan.reports(customer("Effie Galbraith")), WANTED);
    await elena.isAsked(ref);
    await hugh.isAsked(ref);
    expect(await ruth.wasAsked(ref)).toBe(false);
    expect(await grace.wasAsked(ref)).toBe(false);
    await clock.passes({ days: 2 });
    await ruth.sees("You no longer stand in for Grace Okoye");

    await grace.handsOverTo(dara, { from: clock.day(), until: clock.day() });
    const next = await ruth.proposes(await bethan.reports(customer("Dougal Haldane")), WANTED);
    await dara.isAsked(next);
    expect(await dara.approves(next)).toContain(`You approved ${next}`);
  },
};
