/** The hardest restriction: two executives, and a way that stays open (CASEWORK section 2). */
import { expect } from "vitest";
import type { Scenario } from "../cast/scenario.ts";
import { THREAT } from "./earlier-steps.ts";

export const allContact: Scenario = {
  title:
    "no contact save one way: one executive returns it, both approve it then, and the open way carries what it must",
  plays: async ({ bethan, ruth, grace, elena, victor, omar, customer, contactArrives }) => {
    const angus = customer("Angus Kinnear");
    const ref = await ruth.proposes(await bethan.reports(angus), {
      kinds: ["No contact, except one named way"],
      before: THREAT,
      details: { "Which one way stays open?": "letters to PO Box 9", "Which way of contact is that?": "Letter" },
      gates: { "Are council meetings or polling held where this keeps the customer out?": "They are left out" },
    });
    expect(await grace.wasAsked(ref)).toBe(false);
    expect(await elena.approves(ref)).toContain("1 more person must approve it");
    expect(await victor.returns(ref, "Is one week of it not enough?")).toContain(`You returned ${ref}`);
    await elena.sees(ref, "Returned with questions by Victor Adeyemi");
    await ruth.sendsAgain(ref, { answer: "The police advise six months." });
    expect(await elena.isAsked(ref)).toContain("0 of 2 decisions so far");
    await victor.approves(ref);
    expect(await contactArrives({ from: angus, by: "phone", to: bethan })).not.toMatchObject({ outcome: "breach" });
    expect(await elena.approves(ref)).toContain("It is in the register.");

    expect(await ruth.readsLetter(angus)).toContain("One way stays open: letters to PO Box 9");
    await ruth.sendsLetter(angus);
    expect(await contactArrives({ from: angus, by: "phone", to: bethan })).toMatchObject({ outcome: "breach" });
    const letter = { from: angus, by: "letter", to: bethan, with: { protectedReason: "ombudsman" } };
    expect(await contactArrives(letter)).toMatchObject({ outcome: "permitted" });
    expect(await omar.checks(angus)).toContain("nothing to keep to");
  },
};
