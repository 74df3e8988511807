/** "The employee or service manager will contact the customer either by phone, in writing or by email" (7.2.1). */
import { expect } from "vitest";
import type { Scenario } from "../cast/scenario.ts";

export const adviceByTheOfficer: Scenario = {
  title: "the officer asks by email, after a reminder; the warning waits until something happens after that",
  plays: async ({ bethan, ruth, clock, customer }) => {
    const orla = customer("Orla Penhaligon");
    const report = await bethan.reports(orla);
    await ruth.asksToModerate(report, { "Who asks them?": bethan.name, "How?": "Email" });
    await bethan.sees("Ask the customer to moderate", `report ${report.ref}`);
    await clock.passes({ workingDays: 1 });
    await bethan.sees("Nothing is recorded yet.", `report ${report.ref}`);
    expect(await bethan.readsWordsFor(orla)).toMatch(/If you write to them[\s\S]*Dear Orla Penhaligon/);
    await bethan.recordsWhatWasSaid(orla, { "How did you ask them?": "Email" });
    await bethan.sees("The customer was asked to moderate", `report ${report.ref}`, "asked by email");

    const sameDay = await bethan.reports(orla);
    expect(await ruth.cannotTakeStep(sameDay, "warning")).toMatch(/nothing is on record between the advice/i);
    await clock.passes({ days: 1 });
    const nextDay = await bethan.reports(orla);
    await ruth.sees(`Look at report ${nextDay.ref}`, "Warning letter: open.", "Restriction: not yet.");
    expect(await ruth.writesWarning(nextDay)).toContain("The warning letter is written");
    expect(await ruth.readsLetter(orla)).toMatch(/the procedures|Until further notice/i);
  },
};

export const adviceGivenAlready: Scenario = {
  title: "the officer had asked already; a warning that nobody sent is none, and one handed over counts that day",
  plays: async ({ bethan, ruth, clock, customer }) => {
    const ivor = customer("Ivor Braithwaite");
    const report = await bethan.reports(ivor, {
      "Have you asked them to moderate their behaviour? How?": "By phone",
      "If you have, when?": clock.day(-3),
    });
    const said = { "If this was done already, what was said?": "That nine calls a day are too many." };
    expect(await ruth.asksToModerate(report, said)).toContain("Advice recorded");

    const again = await bethan.reports(ivor);
    await ruth.writesWarning(again);
    await clock.passes({ days: 1 });
    const third = await bethan.reports(ivor);
    expect(await ruth.cannotPropose(third, { kinds: ["No emails"] })).toMatch(/no warning is on record/i);
    expect(await ruth.sendsLetter(ivor, { "How was it sent?": "By hand" })).toContain("a restriction can be proposed");
    await clock.passes({ days: 1 });
    const fourth = await bethan.reports(ivor);
    await ruth.sees(`Look at report ${fourth.ref}`, "Restriction: open.");
  },
};
