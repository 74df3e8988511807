/** A pack that is nowhere in the product: advice by the officer alone, a warning by senior staff, a proposal by the manager. */
import { expect } from "vitest";
import type { Scenario } from "../cast/scenario.ts";

export const ownLadder: Scenario = {
  title: "the officer advises, a senior officer warns, the manager proposes: each has a card, and nobody else a button",
  plays: async ({ bethan, ruth, grace, hugh, petra, clock, customer }) => {
    const odile = customer("Odile Brannock");
    const first = await bethan.reports(odile);
    await ruth.sees(`Look at report ${first.ref}`, "Advice: open, for the officer it happened to.");
    expect(await ruth.asksToModerate(first)).toContain(`${bethan.name} has the words`);
    await bethan.sees("Ask the customer to moderate", `report ${first.ref}`);
    expect(await bethan.recordsWhatWasSaid(odile)).toContain("It is kept with the case.");

    await clock.passes({ days: 1 });
    const second = await bethan.reports(odile);
    await ruth.sees(`Look at report ${second.ref}`, "Warning letter: open, for the senior officer.");
    expect(await ruth.canPress(`Look at report ${second.ref}`)).not.toContain("Write a warning");
    await ruth.givesToSenior(second);
    expect(await grace.writesWarning(second, { "How?": "Letter" })).toContain("The warning letter is written");
    await grace.sendsLetter(odile, { "How was it sent?": "By hand" });

    await clock.passes({ days: 1 });
    const third = await bethan.reports(odile);
    const wanted = { kinds: ["One named officer only"], details: { "Who is the one point of contact?": ruth.name } };
    const ref = await ruth.leavesWaiting(third, wanted);
    await petra.answersSocialWork(ref, { "Is this customer known to Social Work Services?": "No" });
    expect(await ruth.goesOnWith(ref)).toContain("is with senior staff");
    await hugh.isAsked(ref);
    expect(await grace.approves(ref, "Nothing less would do.")).toContain(`You approved ${ref}`);
  },
};

export const harmed: Scenario = {
  title: "somebody was harmed: no warning, and a senior officer writes down why",
  plays: async ({ bethan, ruth, idris, grace, customer }) => {
    const report = await bethan.reports(customer("Lucan Threave"), { "What was it like?": ["Physical violence"] });
    const before = { "If there was no warning, why not?": "Somebody was physically harmed" };
    const wanted = { kinds: ["Phone calls at set"], details: { "Calls on which days?": ["Tuesday"] } };
    expect(await ruth.cannotPropose(report, { ...wanted, before })).toContain(
      "Write down why somebody was physically harmed. A senior officer has to approve it",
    );
    const said = { ...before, "Say more about that reason": "An officer was pushed down the steps." };
    // After a warning another service manager could decide this kind.
    const ref = await ruth.proposes(report, { ...wanted, before: said });
    expect(await idris.wasAsked(ref)).toBe(false);
    expect(await grace.approves(ref, " ")).toContain("Write down why. It is kept with the decision.");
    expect(await grace.approves(ref, "A letter first would put others at risk.")).toContain(`You approved ${ref}`);
  },
};
