/** What the customer needs comes before what is proposed (CASEWORK section 2). */
import { expect } from "vitest";
import type { Scenario } from "../cast/scenario.ts";
import { askedAndWarned } from "./earlier-steps.ts";

export const needConflicts: Scenario = {
  title:
    "a need conflicts: somebody who cannot read would be left with writing, and the alternative is taken by one press",
  plays: async ({ bethan, ruth, grace, dara, clock, customer, contactArrives }) => {
    const silas = customer("Silas Merriweather");
    const report = await bethan.reports(silas);
    const refused = await ruth.readsBack(report, {
      kinds: ["Contact through somebody acting"],
      before: askedAndWarned(clock),
      details: { "Which ways of contact need somebody acting for the customer?": ["Phone", "Visit to our offices"] },
      gates: { "Does the customer have any of these needs?": ["Cannot read or write"] },
    });
    expect(refused).toContain("This conflicts with what the customer needs");
    const back = await ruth.answersGates({ "Take this instead": "A named officer by phone" });
    expect(back).toContain("Contact one person only by phone: Ruth Calder.");
    const ref = await ruth.confirms(report);

    expect(await grace.isAsked(ref)).not.toMatch(/read or write/i);
    expect(await grace.readsCase(ref)).toMatch(/cannot read or write/i);
    await grace.approves(ref);
    await ruth.sendsLetter(silas);
    expect(await contactArrives({ from: silas, by: "phone", to: ruth })).toMatchObject({ outcome: "permitted" });
    expect(await contactArrives({ from: silas, by: "phone", to: dara })).toMatchObject({ outcome: "breach" });
  },
};

export const socialWorkIsAsked: Scenario = {
  title:
    "a mental health need: Social Work is asked by itself, and names a care worker who could be the point of contact",
  plays: async ({ bethan, ruth, grace, petra, clock, customer }) => {
    const report = await bethan.reports(customer("Winifred Oakes"));
    const ref = await ruth.leavesWaiting(report, {
      kinds: ["No emails"],
      before: askedAndWarned(clock),
      gates: { "Does the customer have any of these needs?": ["Has a mental health need"] },
    });
    expect(await petra.sees("A question to Social Work", ref)).not.toContain("Winifred");
    await petra.answersSocialWork(ref, {
      "Is this customer known to Social Work Services?": "Yes",
      "Who is their social or care worker?": "Alma Reyes",
      "Who do they work for?": "Harbour Care",
      "Their phone number": "01632 960111",
    });
    await ruth.sees("Social Work has answered", ref);
    const declined = { "If their care worker is not to be the point of contact, why not?": "She has asked not to be." };
    expect(await ruth.goesOnWith(ref, { gates: declined })).toContain(`${ref} is with senior staff`);
    expect(await grace.isAsked(ref)).toContain("Social Work");
    const read = await grace.readsCase(ref);
    expect(read).toContain("Alma Reyes");
    expect(read).toContain("She has asked not to be.");
  },
};

export const minorIsProtected: Scenario = {
  title: "a customer under 18: Social Work does not answer, is tried again, and an executive decides in their interest",
  plays: async ({ bethan, ruth, grace, elena, petra, clock, customer }) => {
    const report = await bethan.reports(customer("Robin Castellan"));
    const ref = await ruth.leavesWaiting(report, {
      kinds: ["No emails"],
      before: askedAndWarned(clock),
      gates: {
        "Is the customer under 18, or known to lack capacity?": "They are under 18",
        "If so, why is this in their best interest?": "Their carer can help them write letters.",
      },
    });
    await clock.passes({ workingDays: 2 });
    await petra.sees("There is no answer yet.", ref);
    expect(await ruth.triesSocialWorkAgain(ref, "Rang the duty desk twice; nobody could say.")).toContain("Recorded");
    expect(await ruth.goesOnWith(ref)).toContain(`${ref} is with senior staff`);
    expect(await grace.wasAsked(ref)).toBe(false);
    expect(await elena.approves(ref)).toContain(`You approved ${ref}`);
  },
};
