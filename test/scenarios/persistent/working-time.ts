/** Reminders, the next senior and the end of a proposal, in the working hours of the council's calendar (CASEWORK section 4). */
import { expect } from "vitest";
import type { Scenario } from "../cast/scenario.ts";
import { askedAndWarned } from "./earlier-steps.ts";

export const overEaster: Scenario = {
  title:
    "sent on the Thursday before Easter: neither Good Friday nor Easter Monday counts, then it expires and goes again",
  plays: async ({ bethan, ruth, grace, hugh, maya, clock, customer, audit }) => {
    const [thursday, monday, tuesday, wednesday, fifthDay] = [-4, 0, 1, 2, 7].map(clock.easterMonday);
    await clock.goesTo(`${thursday} 16:00`);
    const report = await bethan.reports(customer("Horatio Quill"));
    const ref = await ruth.proposes(report, { kinds: ["No emails"], before: askedAndWarned(clock) });
    await grace.isAsked(ref);
    const happened = async () => (await audit(ref)).filter((event) => /reminded|escalated|expired/.test(event));

    await clock.goesTo(`${monday} 17:00`);
    expect(await happened()).toEqual([]);
    await clock.goesTo(`${tuesday} 15:59`);
    expect(await happened()).toEqual([]);
    await clock.goesTo(`${tuesday} 16:05`);
    expect(await happened()).toEqual(["proposal-reminded"]);
    expect(await maya.wasAsked(ref)).toBe(false);
    await clock.goesTo(`${wednesday} 16:05`);
    expect(await maya.wasAsked(ref)).toBe(true);

    await clock.goesTo(`${fifthDay} 16:05`);
    await ruth.sees(`Your proposal ${ref} expired`, "That is not a rejection: you can send it again.");
    await hugh.sees(ref, "Expired without a decision");
    expect(await ruth.sendsAgain(ref, { details: { "From which day?": clock.day() } })).toContain("with senior staff");
    expect(await hugh.approves(ref)).toContain(`You approved ${ref}`);
  },
};
