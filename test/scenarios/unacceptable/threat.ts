/** "a warning letter is not necessary and the customer can be issued with a restricted contact letter immediately" (paragraph 5). */
import { expect } from "vitest";
import type { Scenario } from "../cast/scenario.ts";

const THREATENED = { "Was there a serious threat of violence?": "Yes" };
const THREAT = { "If there was no warning, why not?": "A serious threat of violence was made" };

const HOME = { kinds: ["No home visits"], details: { "Are there home visits?": "No home visits" }, before: THREAT };

export const fridayThreat: Scenario = {
  title:
    "a serious threat on a Friday at 5:10pm: the duty senior decides that night, and what is answered on Saturday brings a review",
  begins: "friday 17:10",
  plays: async ({ bethan, ruth, grace, elena, petra, nadia, clock, customer, contactArrives }) => {
    const rory = customer("Rory Dunmail");
    const report = await bethan.reports(rory, { ...THREATENED, "What was it like?": ["A threat"] });
    expect(await ruth.sees("A serious threat of violence")).toMatch(/ring 999 first.*Violence at Work Procedure/s);
    await ruth.acknowledgesTheThreat();
    const ref = await ruth.proposes(report, {
      ...HOME,
      gates: { "Which adjustments did you consider, and what came of it?": "" },
    });
    expect(await elena.isAsked(ref)).toMatch(/Open:.*Social Work/);
    await grace.isAsked(ref);
    await petra.sees("A question to Social Work", ref);

    await clock.goesTo("friday 23:40");
    expect(await elena.approves(ref)).toContain(`You approved ${ref}`);
    expect(await ruth.readsLetter(rory)).toMatch(/did not send a warning first.*You can appeal all the same/s);
    await ruth.sendsLetter(rory);
    expect(
      await contactArrives({ from: rory, by: "home_visit", to: bethan, with: { direction: "outbound" } }),
    ).toMatchObject({ outcome: "breach" });

    await clock.goesTo("saturday 10:00");
    await petra.answersSocialWork(ref, {
      "Is this customer known to Social Work Services?": "Yes",
      "What should be taken into account?": "They are visited at home twice a week.",
    });
    await ruth.sees(`Review ${ref}`, `is due for review on ${clock.date()}.`);
    await nadia.sees(`Review ${ref}`);
    expect(await ruth.readsCase(`Review ${ref}`)).toContain("They are visited at home twice a week.");
  },
};

export const adjustmentsLater: Scenario = {
  title:
    "a threat leaves no time to ask about adjustments: it is decided, the manager answers the day after, and a need brings a review",
  plays: async ({ bethan, ruth, elena, nadia, clock, customer }) => {
    const report = await bethan.reports(customer("Torquil Haldane"), THREATENED);
    const ref = await ruth.proposes(report, {
      ...HOME,
      gates: { "Which adjustments did you consider, and what came of it?": "" },
    });
    expect(await elena.isAsked(ref)).toMatch(/Open:.*adjustments to consider/);
    await ruth.sees(`Your proposal ${ref} is with senior staff`, "Still to be answered by you");
    await elena.approves(ref);
    await ruth.sees(`Your proposal ${ref} was approved`, "Still to be answered by you");

    await clock.passes({ days: 1 });
    const said = await ruth.answersAdjustments(ref, {
      "Does the customer have any of these needs?": ["Is blind or partially sighted"],
      "Which adjustments did you consider, and what came of it?": "Letters in large print.",
      "Is something needed that these restrictions do not give?": "No",
    });
    expect(said).toContain("A review of the arrangement is due today.");
    await ruth.sees(`Review ${ref}`, `is due for review on ${clock.date()}.`);
    await nadia.sees(`Review ${ref}`);
    expect(await ruth.readsCase(`Review ${ref}`)).toContain("Letters in large print.");
    expect(await ruth.canPress(`Your proposal ${ref} was approved`)).not.toContain("Answer about adjustments");
  },
};

export const weekendClocks: Scenario = {
  title:
    "on the short road the night does not stop the clock: reminded before two, the next senior decides on Saturday; a late answer that changes nothing brings no review",
  begins: "friday 17:30",
  plays: async ({ bethan, ruth, grace, elena, hugh, victor, petra, clock, customer, audit }) => {
    const report = await bethan.reports(customer("Morag Tennant"), THREATENED);
    const ref = await ruth.proposes(report, HOME);
    await elena.isAsked(ref);
    await grace.isAsked(ref);
    await clock.goesTo("saturday 1:29");
    expect(await audit(ref)).not.toContain("proposal-reminded");
    await clock.goesTo("saturday 1:40");
    expect(await audit(ref)).toContain("proposal-reminded");
    expect(await hugh.wasAsked(ref)).toBe(false);
    await clock.goesTo("saturday 9:40");
    await hugh.isAsked(ref);
    expect(await victor.wasAsked(ref)).toBe(false);
    expect(await hugh.approves(ref)).toContain(`You approved ${ref}`);
    await elena.sees(ref, "Approved by Hugh Tanner");
    expect(await grace.canPress(ref)).toEqual([]);
    await petra.answersSocialWork(ref, { "Is this customer known to Social Work Services?": "No" });
    await ruth.sees("Social Work has answered", `after the decision about ${ref}`);
    await ruth.seesNothingOf(`Review ${ref}`);
  },
};
