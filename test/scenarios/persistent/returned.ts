/** A senior asks before deciding (CASEWORK section 4). */
import { expect } from "vitest";
import type { Scenario } from "../cast/scenario.ts";
import { askedAndWarned } from "./earlier-steps.ts";

export const returnedTwice: Scenario = {
  title: "returned twice: a word answers the first question, a change the second, and the third round is approved",
  plays: async ({ bethan, ruth, grace, hugh, clock, customer, audit }) => {
    const report = await bethan.reports(customer("Ottoline Marsh"));
    const ref = await ruth.proposes(report, { kinds: ["No emails"], before: askedAndWarned(clock) });
    await hugh.isAsked(ref);
    expect(await grace.returns(ref, "Has the tenancy team been asked?")).toContain(`You returned ${ref}`);
    await hugh.sees(ref, "Returned with questions by Grace Okoye");
    await clock.passes({ hours: 1 });
    expect(await ruth.readsCase(`${ref} was returned`)).toContain("Has the tenancy team been asked?");
    expect(await ruth.sendsAgain(ref)).toContain("Answer the questions");
    expect(await ruth.sendsAgain(ref, { answer: "They have, and agree." })).toContain("is with senior staff");

    expect(await hugh.readsCase(ref)).toContain("They have, and agree.");
    await hugh.returns(ref, "Why so long?");
    await clock.passes({ hours: 1 });
    const shorter = { "Until which day?": clock.day(45), "When is it reviewed?": clock.day(30) };
    expect(await ruth.sendsAgain(ref, { details: shorter })).toContain("is with senior staff");
    expect(await grace.isAsked(ref)).toContain("for 2 months");
    expect(await grace.approves(ref)).toContain(`You approved ${ref}`);
    expect((await audit(ref)).filter((event) => event === "proposal-submitted")).toHaveLength(3);
  },
};
