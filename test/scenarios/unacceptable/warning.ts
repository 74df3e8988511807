/** "Customers will be issued with a warning letter containing a copy of this Policy" (paragraph 3). */
import { expect } from "vitest";
import type { Scenario } from "../cast/scenario.ts";
import { proposedOnceAnswered } from "./earlier-steps.ts";

export const warningThenRestriction: Scenario = {
  title:
    "a warning letter with a copy of the policy; it goes on, Social Work is asked, and a senior restricts the contact",
  plays: async (council) => {
    const { bethan, ruth, grace, nadia, clock, customer, contactArrives } = council;
    const agnes = customer("Agnes Pirrie");
    const first = await bethan.reports(agnes);
    await ruth.sees(`Look at report ${first.ref}`, "Warning letter: open.", "Restriction: not yet.");
    await ruth.writesWarning(first);
    expect(await ruth.readsLetter(agnes)).toMatch(
      /We cannot accept this.*We ask you to change this: Ring once a week.*may decide to restrict.*A copy of our Policy on Unacceptable Actions by Customers is enclosed/s,
    );
    await ruth.sendsLetter(agnes);
    const warnedOn = clock.date();
    await bethan.sees(`Your report ${first.ref} has been looked at`, "The customer was sent a warning letter");

    await clock.passes({ workingDays: 3 });
    const again = await bethan.reports(agnes);
    await ruth.sees(`Look at report ${again.ref}`, "Restriction: open.");
    const ref = await proposedOnceAnswered(council, again, { wanted: { kinds: ["No emails"] } });
    expect(await grace.isAsked(ref)).toMatch(/Passed:.*Social Work/);
    await grace.approves(ref);
    expect(await ruth.readsLetter(agnes)).toMatch(
      new RegExp(`On ${warnedOn} we wrote to you with a warning[^]*Until: [^]*Scottish Public Services Ombudsman`),
    );
    await ruth.sendsLetter(agnes);
    expect(await contactArrives({ from: agnes, by: "email", to: bethan })).toMatchObject({ outcome: "breach" });
    expect(await nadia.readsRegisterEntry(agnes)).toContain(`Customer told: ${clock.date()}`);
  },
};
