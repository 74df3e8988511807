/** A complaint of the customer about somebody here, and which report explains what (CASEWORK sections 2 and 4). */
import { expect } from "vitest";
import type { Scenario } from "../cast/scenario.ts";
import { THREAT } from "./earlier-steps.ts";

export const complainedAbout: Scenario = {
  title: "the customer has complained about a senior: that one is not asked, and who decides does not read of whom",
  plays: async ({ bethan, ruth, grace, elena, hugh, customer }) => {
    const report = await bethan.reports(customer("Mairi Kinghorn"));
    const ref = await ruth.proposes(report, {
      kinds: ["No emails"],
      before: THREAT,
      gates: { "Who here has the customer complained about?": [grace.name] },
    });
    await elena.isAsked(ref);
    await hugh.isAsked(ref);
    expect(await grace.wasAsked(ref)).toBe(false);
    expect(await hugh.readsCase(ref)).not.toMatch(/Grace Okoye|complain/i);
    expect(await hugh.approves(ref)).toContain(`You approved ${ref}`);
  },
};

export const complaintSettled: Scenario = {
  title:
    "the proposal that a complaint was recorded with is withdrawn, and it is settled: whom it named is asked in another",
  plays: async ({ bethan, dara, ruth, grace, elena, hugh, nadia, customer }) => {
    const morag = customer("Morag Sinclair");
    const first = await ruth.proposes(await bethan.reports(morag), {
      kinds: ["No emails"],
      before: THREAT,
      gates: { "Who here has the customer complained about?": [grace.name] },
    });
    const ref = await ruth.proposes(await dara.reports(morag), { kinds: ["No emails"], before: THREAT });
    await ruth.withdraws(first);
    await elena.isAsked(ref);
    expect(await grace.wasAsked(ref)).toBe(false);

    expect(await nadia.settlesComplaint(morag, grace.name)).toContain("Whom it named may decide about");
    expect(await hugh.declaresInterest(ref)).toContain("Grace Okoye has been asked instead.");
    await grace.isAsked(ref);
    expect(await grace.readsCase(ref)).not.toMatch(/complain/i);
    expect(await grace.approves(ref)).toContain(`You approved ${ref}`);
  },
};

export const oneReportExplains: Scenario = {
  title: "of three reports two explain the restriction: senior staff read these, and the third says nothing against it",
  plays: async ({ bethan, dara, ruth, elena, grace, customer }) => {
    const fergus = customer("Fergus Tulloch");
    const ref = await ruth.proposes(await bethan.reports(fergus), { kinds: ["No emails"], before: THREAT });
    await grace.rejects(ref, "One threat alone? Show what else.");
    const older = await dara.reports(fergus, { "What happened?": "Waited for a colleague at the car park." });
    const mistaken = await dara.reports(fergus, { "What happened?": "Asked for a form." });
    const last = await bethan.reports(fergus);
    const again = await ruth.proposes(last, {
      kinds: ["No emails"],
      before: THREAT,
      details: { "Which reports explain this?": [older.ref, last.ref] },
    });
    expect(await elena.isAsked(again)).toMatch(`Why: reports ${older.ref} and ${last.ref}`);
    const read = await elena.readsCase(again);
    expect(read).toContain("Waited for a colleague at the car park.");
    expect(read).not.toContain("Asked for a form.");
    await elena.approves(again);
    await ruth.sees(`Look at report ${mistaken.ref}`);
  },
};

export const cameToNothing: Scenario = {
  title: "the report that explains a restriction turns out to be our mistake: nobody approves it, and it is put right",
  plays: async ({ bethan, dara, ruth, elena, grace, customer }) => {
    const isla = customer("Isla Carmichael");
    const first = await ruth.proposes(await bethan.reports(isla), { kinds: ["No emails"], before: THREAT });
    await grace.rejects(first, "One threat alone? Show what else.");
    const mistaken = await dara.reports(isla, { "What happened?": "Shouted at the desk." });
    const last = await bethan.reports(isla);
    const ref = await ruth.proposes(last, {
      kinds: ["No emails"],
      before: THREAT,
      details: { "Which reports explain this?": [mistaken.ref] },
    });
    await elena.isAsked(ref);
    await ruth.takesNoAction(mistaken, "It was somebody else at the desk.");

    expect(await elena.isAsked(ref)).toMatch(/Open:.*no incident explains this/);
    expect(await elena.approves(ref)).toMatch(/cannot be approved as it stands.*Return it with a question/s);
    await ruth.sees(`${ref} cannot be approved as it stands`, "or withdraw it");
    expect(await elena.returns(ref, "What explains it now?")).toContain(`You returned ${ref}`);
    await ruth.sendsAgain(ref, {
      answer: "The threat itself.",
      details: { "Which reports explain this?": [last.ref] },
    });
    expect(await elena.approves(ref)).toContain(`You approved ${ref}`);
  },
};
