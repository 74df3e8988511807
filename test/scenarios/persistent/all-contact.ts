/** The hardest restriction of all, which no clause of the policy numbers. */
import { expect } from "vitest";
import type { Scenario } from "../cast/scenario.ts";
import { askedAndWarned } from "./earlier-steps.ts";

const WAY = "letters to PO Box 12, read by the register team";

export const allContact: Scenario = {
  title: "no contact at all: only with a way that stays open, and two executives must approve",
  plays: async ({ bethan, omar, ruth, grace, elena, victor, clock, customer, contactArrives }) => {
    const mordecai = customer("Mordecai Finch");
    const report = await bethan.reports(mordecai);
    const ref = await ruth.proposes(report, {
      kinds: ["No contact, except one named way"],
      before: askedAndWarned(clock),
      details: {
        "Which one way stays open?": "letters to PO Box 12",
        "Which way of contact is that?": "Letter",
        "Where does it apply?": "With every service",
        "If with every service, why?": "Five services were rung on the same days.",
      },
      gates: { "Are council meetings or polling held where this keeps the customer out?": "They are left out" },
    });
    expect(await grace.wasAsked(ref)).toBe(false);
    expect(await elena.isAsked(ref)).toContain("0 of 2 decisions so far");
    expect(await elena.approves(ref)).toContain("1 more person must approve it");
    expect(await elena.sees(ref, "You have approved it. Others still have to.")).toContain("1 of 2 decisions so far");
    expect(await elena.canPress(ref)).not.toContain("Approve");
    expect(await contactArrives({ from: mordecai, by: "phone", to: omar })).not.toMatchObject({ outcome: "breach" });
    await victor.sees(ref, "1 of 2 decisions so far · Elena Marsh approved");
    expect(await victor.approves(ref)).toContain("It is in the register.");

    await elena.sees(ref, "Approved by Elena Marsh and Victor Adeyemi");
    expect(await ruth.readsLetter(mordecai)).toContain(`One way stays open: ${WAY}.`);
    await ruth.sendsLetter(mordecai);
    expect(await contactArrives({ from: mordecai, by: "phone", to: omar })).toMatchObject({ outcome: "breach" });
    expect(await omar.checks(mordecai)).toContain(`o contact, except this way: ${WAY}.`);
  },
};
