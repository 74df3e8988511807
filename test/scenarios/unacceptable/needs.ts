/** "whether any reasonable adjustments are required" and "known to Social Work Services" (paragraphs 6 and 7). */
import { expect } from "vitest";
import type { Scenario } from "../cast/scenario.ts";
import { proposedOnceAnswered, putOnRecord, THREAT, warned } from "./earlier-steps.ts";

const KNOWN = "Is this customer known to Social Work Services?";
const NEEDS = "Does the customer have any of these needs?";

export const needConflicts: Scenario = {
  title:
    "a need conflicts: writing only for somebody who cannot read; a named officer by phone is taken with one press",
  plays: async ({ bethan, ruth, elena, omar, customer, contactArrives }) => {
    const jessie = customer("Jessie Carnegie");
    const report = await bethan.reports(jessie);
    const held = await ruth.readsBack(report, {
      kinds: ["Named channels only"],
      before: THREAT,
      details: { "Which ways stay open?": ["Letter"] },
      gates: { [NEEDS]: ["Cannot read or write"] },
    });
    expect(held).toContain("This conflicts with what the customer needs");
    const back = await ruth.answersGates({ "Take this instead": "A named officer by phone" });
    expect(back).toContain("Contact one person only by phone: Ruth Calder.");
    const ref = await ruth.confirms(report);
    expect(await elena.isAsked(ref)).not.toMatch(/read or write/i);
    await elena.approves(ref);
    expect(await contactArrives({ from: jessie, by: "phone", to: ruth })).toMatchObject({ outcome: "permitted" });
    expect(await contactArrives({ from: jessie, by: "phone", to: bethan })).toMatchObject({ outcome: "breach" });
    expect(await omar.checks(jessie)).toContain("nothing to keep to");
  },
};

export const careWorker: Scenario = {
  title: "a mental health need of a client of Social Work: the care worker becomes the point of contact",
  plays: async ({ bethan, ruth, grace, petra, dara, clock, customer, contactArrives }) => {
    const isobel = customer("Isobel Menzies");
    const ref = await ruth.leavesWaiting(await bethan.reports(isobel), {
      kinds: ["One named officer only"],
      before: warned(clock),
      details: { "Who is the one point of contact?": ruth.name },
      gates: { [NEEDS]: ["Has a mental health need"] },
    });
    await petra.answersSocialWork(ref, {
      [KNOWN]: "Yes",
      "Who is their social or care worker?": "Alma Reyes",
      "Who do they work for?": "Lochside Care",
      "Their phone number": "01632 960111",
      "Their email address": "alma.reyes@lochside.example",
    });
    await ruth.goesOnWith(ref, {
      gates: { "Take this instead": "Alma Reyes (Lochside Care) as the point of contact" },
    });
    const read = await grace.readsCase(ref);
    expect(read).toContain("Contact one person only: Alma Reyes");
    putOnRecord(isobel, read);
    await grace.approves(ref);
    expect(await ruth.readsLetter(isobel)).toContain("Contact one person only: Alma Reyes");
    await ruth.sendsLetter(isobel);
    expect(await dara.checks(isobel)).toContain("deal through Alma Reyes (Lochside Care)");
    expect(await contactArrives({ from: isobel, by: "phone", to: dara })).toMatchObject({ outcome: "breach" });
    await dara.sees(`Customer ${isobel.ref}`, "Pass it to Alma Reyes (Lochside Care)");
  },
};

export const noAnswer: Scenario = {
  title: "Social Work does not answer: reminded, not before two working days is an attempt enough, and then it goes on",
  begins: "thursday 11:00",
  plays: async ({ bethan, ruth, grace, petra, clock, customer }) => {
    const report = await bethan.reports(customer("Lachlan Moncrieff"));
    const ref = await ruth.leavesWaiting(report, { kinds: ["No emails"], before: warned(clock) });
    await petra.sees("A question to Social Work", ref);
    const asked = clock.date();
    await clock.goesTo("monday 10:59");
    await petra.seesNothingOf(new RegExp(`There is no answer yet[^]*${ref}`));
    await clock.goesTo("monday 11:10");
    await petra.sees("There is no answer yet.", ref);
    expect(await ruth.triesSocialWorkAgain(ref, "Rang the duty desk; nobody could say.")).toContain("Recorded");
    await ruth.sees("Social Work has not answered yet", ref, `Tried again on ${clock.date()}`);
    expect(await ruth.goesOnWith(ref)).toContain(`${ref} is with senior staff`);
    expect(await grace.isAsked(ref)).toMatch(/Passed:.* Social Work /);
    expect(await grace.readsCase(ref)).toContain(
      `Asked ${asked}, not answered. Asked again ${clock.date()}: Rang the duty desk`,
    );
    expect(await grace.approves(ref)).toContain(`You approved ${ref}`);
  },
};

export const toldBefore: Scenario = {
  title: "what Social Work says to take into account is read by those who decide, and stands on no card",
  plays: async (council) => {
    const { bethan, grace, hugh, clock, customer } = council;
    const report = await bethan.reports(customer("Kirsty Ballantyne"));
    const ref = await proposedOnceAnswered(council, report, {
      wanted: { kinds: ["No emails"], before: warned(clock) },
      answer: { [KNOWN]: "Yes", "What should be taken into account?": "Letters are read to her on Mondays." },
    });
    expect(await grace.isAsked(ref)).not.toMatch(/Mondays|Kirsty/);
    expect(await grace.readsCase(ref)).toContain("Letters are read to her on Mondays.");
    expect(await hugh.rejects(ref, "A call on Mondays would do.")).toContain(`You rejected ${ref}`);
    await grace.sees(ref, "Rejected by Hugh Tanner");
  },
};
