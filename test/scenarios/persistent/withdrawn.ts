/** The proposer takes a proposal back, and a senior says no: nothing changes for the customer. */
import { expect } from "vitest";
import type { Scenario } from "../cast/scenario.ts";
import { askedAndWarned } from "./earlier-steps.ts";

export const withdrawnWhileRead: Scenario = {
  title: "withdrawn while a senior has it open: nothing is decided, and the report waits to be dealt with otherwise",
  plays: async ({ bethan, ruth, grace, hugh, clock, customer }) => {
    const report = await bethan.reports(customer("Agatha Pemberton"));
    const ref = await ruth.proposes(report, { kinds: ["No emails"], before: askedAndWarned(clock) });
    await hugh.isAsked(ref);
    await hugh.person.press("Approve", { on: ref });
    await hugh.person.form("exactly these words");
    expect(await ruth.withdraws(ref)).toContain(`${report.ref} waits to be dealt with again.`);
    expect(await hugh.sendsWhatIsOpen()).toContain("Ruth Calder withdrew it");
    await grace.sees(ref, "Withdrawn by the proposer");
    expect(await ruth.takesNoAction(report, "It was settled by a call.")).toContain("is closed");
    await bethan.sees(`Your report ${report.ref} has been looked at`, "No further action");
  },
};

export const rejected: Scenario = {
  title:
    "rejected: the proposer reads why, the reporter hears of it without why, and the customer is as free as before",
  plays: async ({ bethan, ruth, grace, omar, clock, customer, contactArrives }) => {
    const gideon = customer("Gideon Marlowe");
    const report = await bethan.reports(gideon);
    const ref = await ruth.proposes(report, { kinds: ["No emails"], before: askedAndWarned(clock) });
    expect(await grace.rejects(ref, "Their complaint deserves an answer first.")).toContain(`You rejected ${ref}`);
    expect(await ruth.readsCase(`${ref} was rejected`)).toContain("Their complaint deserves an answer first.");
    expect(await bethan.sees(`Your report ${report.ref}`, "was rejected")).not.toContain("deserves");
    expect(await contactArrives({ from: gideon, by: "email", to: bethan })).toMatchObject({ outcome: "clear" });
    expect(await omar.checks(gideon)).toContain("nothing to keep to");
  },
};

export const nobodysFault: Scenario = {
  title: "a report that came to nothing is held against nobody: it opens no next step",
  plays: async ({ bethan, ruth, clock, customer }) => {
    const leopold = customer("Leopold Swann");
    await ruth.asksToModerate(await bethan.reports(leopold, { "Which day?": clock.day(-2) }), {
      "If this was done already, when?": clock.day(-1),
      "If this was done already, what was said?": "That shouting helps nobody.",
    });
    const mistaken = await bethan.reports(leopold);
    await ruth.sees(`Look at report ${mistaken.ref}`, "Warning letter: open.");
    await ruth.takesNoAction(mistaken, "Somebody else with the same name.");
    const older = await bethan.reports(leopold, { "Which day?": clock.day(-2) });
    expect(await ruth.cannotTakeStep(older, "warning")).toMatch(/nothing is on record between the advice/i);
  },
};
