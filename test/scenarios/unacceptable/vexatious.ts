/** "deemed particularly vexatious or unreasonable … The customer's right of appeal is unaffected" (paragraph 3). */
import { expect } from "vitest";
import type { Scenario } from "../cast/scenario.ts";

const BYPASS = { "If there was no warning, why not?": "The behaviour was particularly vexatious or unreasonable" };
const COMPLAINT = {
  "Which ground of the policy is it?": "Persistence",
  "What is the customer's contact about?": "A complaint",
  "Its reference": "CMP-77",
};

export const vexatious: Scenario = {
  title:
    "particularly vexatious: our own answer first, the words of the proposer and of a senior, and the appeal stays",
  plays: async ({ bethan, ruth, grace, clock, customer, contactArrives }) => {
    const hamish = customer("Hamish Lorimer");
    const report = await bethan.reports(hamish, { "What was it like?": ["The same matter after a final answer"] });
    const wanted = { kinds: ["No emails"], before: BYPASS, gates: COMPLAINT };
    expect(await ruth.cannotPropose(report, wanted)).toContain("Write down why the behaviour was particularly");
    const before = { ...BYPASS, "Say more about that reason": "Two hundred emails in a night to every councillor." };
    expect(await ruth.cannotPropose(report, { ...wanted, before })).toContain(
      "We have not answered their complaint. Answer their complaint CMP-77 first",
    );
    const gates = { ...COMPLAINT, "When did we answer it?": clock.day(-5) };
    const ref = await ruth.proposes(report, { ...wanted, before, gates });

    expect(await grace.readsCase(ref)).toContain("Two hundred emails in a night");
    expect(await grace.approves(ref, " ")).toContain("Write down why. It is kept with the decision.");
    expect(await grace.approves(ref, "A warning would reach them after the harm.")).toContain(`You approved ${ref}`);
    expect(await ruth.readsLetter(hamish)).toMatch(
      /unreasonably persistent.*particularly vexatious or unreasonable\. You can appeal.*10 working days.*Scottish Public Services Ombudsman/s,
    );
    await ruth.sendsLetter(hamish);
    const writes = (more: object) => contactArrives({ from: hamish, by: "email", to: bethan, with: more });
    expect(await writes({ protectedReason: "appeal" })).toMatchObject({ outcome: "permitted", alertId: null });
    expect(await writes({ subject: "Emails again" })).toMatchObject({ outcome: "breach" });
  },
};
