/** From the first word with the customer to the end of the arrangement, each step on its day (7.2.1, 7.2.2, 7.3). */
import { expect } from "vitest";
import type { Scenario } from "../cast/scenario.ts";

export const wholeLadder: Scenario = {
  title: "rung by rung: asked by phone, warned, restricted, told, and free again on the day it ends",
  plays: async ({ bethan, ruth, grace, hugh, omar, nadia, clock, contactArrives, customer }) => {
    const peregrine = customer("Peregrine Vale");
    await ruth.asksToModerate(await bethan.reports(peregrine), { "How?": "Phone" });
    expect(await ruth.readsWordsFor(peregrine)).toMatch(
      /Am I speaking to Peregrine Vale\?[\s\S]*we may limit how you can contact us/,
    );
    expect(await ruth.recordsWhatWasSaid(peregrine)).toContain("The reporter is told.");
    expect(await bethan.sees("was asked to moderate")).toContain("Report it again if it goes on.");

    await clock.passes({ days: 1 });
    await ruth.sendsWarning(await bethan.reports(peregrine));
    await clock.passes({ days: 1 });
    // The letter counts as received two working days after it was posted.
    const tooSoon = await ruth.cannotPropose(await bethan.reports(peregrine), { kinds: ["No emails"] });
    expect(tooSoon).toMatch(/nothing is on record since they had the warning/i);
    await clock.passes({ workingDays: 2 });
    const again = await bethan.reports(peregrine);
    expect(await ruth.sees(`Look at report ${again.ref}`)).toContain("Restriction: open.");
    const ref = await ruth.proposes(again, {
      kinds: ["No emails"],
      details: { "Until which day?": clock.day(30), "When is it reviewed?": clock.day(20) },
    });
    const until = clock.date(30);
    expect(await grace.isAsked(ref)).toContain("Write by letter instead of email.");
    expect(await grace.approves(ref)).toContain(`You approved ${ref}`);
    await hugh.sees(ref, "Approved by Grace Okoye");
    expect(await ruth.readsLetter(peregrine)).toContain(`Until: ${until}`);
    await ruth.sendsLetter(peregrine);
    expect(await nadia.readsRegisterEntry(peregrine)).toContain(`Until: ${until}`);

    expect(await contactArrives({ from: peregrine, by: "email", to: bethan })).toMatchObject({ outcome: "breach" });
    await bethan.sees(`Customer ${peregrine.ref}`, "Ask the customer to write a letter.");
    await clock.goesTo(`${clock.day(30)} 00:01`);
    expect(await ruth.sees("An arrangement has ended")).toContain(`Customer ${peregrine.ref} may contact us`);
    expect(await omar.checks(peregrine)).toContain("nothing to keep to");
  },
};
