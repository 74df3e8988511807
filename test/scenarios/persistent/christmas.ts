/** Working days over Christmas and New Year: for those who decide, and for the appeal of the customer (CASEWORK section 5). */
import { expect } from "vitest";
import type { Scenario } from "../cast/scenario.ts";
import { askedAndWarned } from "./earlier-steps.ts";

/** Received two working days after it was sent, and twenty to appeal. */
const DEEMED = 2;
const TO_APPEAL = 20;

export const overChristmas: Scenario = {
  title: "sent at 4pm before Christmas: the clocks stand still until work goes on, and so do the days to appeal",
  plays: async ({ bethan, ruth, grace, maya, clock, customer, audit }) => {
    await clock.goesTo(`${lastWorkday(clock.day())} 16:00`);
    const leander = customer("Leander Fosse");
    const ref = await ruth.proposes(await bethan.reports(leander), {
      kinds: ["No emails"],
      before: askedAndWarned(clock),
    });
    await grace.isAsked(ref);
    const next = clock.workingDate(1);
    await clock.passes({ days: 2 });
    expect(await audit(ref)).not.toContain("proposal-reminded");
    await clock.passes({ minutes: -1, workingDays: 1 });
    expect(clock.date()).toBe(next);
    expect(await audit(ref)).not.toContain("proposal-reminded");
    await clock.passes({ minutes: 5 });
    expect(await audit(ref)).toContain("proposal-reminded");
    expect(await maya.wasAsked(ref)).toBe(false);
    const appeal = clock.workingDate(DEEMED + TO_APPEAL);
    await grace.approves(ref);
    expect(await ruth.readsLetter(leander)).toMatch(
      new RegExp(`You can appeal until ${appeal}\\. If this letter took longer to reach you, you have 20 working days`),
    );
  },
};

/** The last working day before the next Christmas Day. */
function lastWorkday(today: string): string {
  const eve = new Date(`${today.slice(0, 4)}-12-24T12:00:00Z`);
  while ([0, 6].includes(eve.getUTCDay())) eve.setUTCDate(eve.getUTCDate() - 1);
  return eve.toISOString().slice(0, 10);
}
