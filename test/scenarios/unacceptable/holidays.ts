/** Working days are those of Scotland: 2 January is none, and Easter Monday is one (CASEWORK section 5). */
import { expect } from "vitest";
import type { Scenario } from "../cast/scenario.ts";
import { proposedOnceAnswered, THREAT, warned } from "./earlier-steps.ts";

export const letterOverEaster: Scenario = {
  title: "the letter waits over Easter: Good Friday does not count, and on Easter Monday the register team hears",
  plays: async ({ bethan, ruth, elena, dara, nadia, clock, customer, contactArrives }) => {
    const [thursday, monday] = [clock.easterMonday(-4), clock.easterMonday()];
    await clock.goesTo(`${thursday} 15:00`);
    const shona = customer("Shona Petrie");
    const ref = await ruth.proposes(await bethan.reports(shona), { kinds: ["No emails"], before: THREAT });
    await elena.approves(ref);
    expect(await contactArrives({ from: shona, by: "email", to: dara })).toMatchObject({ outcome: "breach" });
    await dara.sees(`Customer ${shona.ref}`, "The customer may not know this yet: explain it");
    await clock.goesTo(`${monday} 14:59`);
    await nadia.seesNothingOf(new RegExp(`Send the letter[^]*decision ${ref}`));
    await clock.goesTo(`${monday} 15:10`);
    await nadia.sees("Send the letter", `decision ${ref}`);
    await ruth.sendsLetter(shona);
    await nadia.sees("The letter has been sent", `decision ${ref}`);
  },
};

export const expiredOverNewYear: Scenario = {
  title: "sent on 30 December: 1 and 2 January are no working days in Scotland; it expires, and goes again",
  plays: async (council) => {
    const { bethan, ruth, grace, hugh, maya, clock, customer, audit } = council;
    const year = yearOfWorkingDays(clock.day());
    await clock.goesTo(`${year}-12-30 16:00`);
    const report = await bethan.reports(customer("Gregor Innes"));
    const ref = await proposedOnceAnswered(council, report, {
      wanted: { kinds: ["No emails"], before: warned(clock) },
    });
    await grace.isAsked(ref);
    await clock.goesTo(`${year}-12-31 16:10`);
    expect(await audit(ref)).toContain("proposal-reminded");
    await clock.goesTo(`${year + 1}-01-02 17:00`);
    expect(await maya.wasAsked(ref)).toBe(false);
    await clock.passes({ workingDays: 1 });
    await maya.isAsked(ref);
    await clock.passes({ workingDays: 2 });
    await hugh.isAsked(ref);
    await clock.passes({ workingDays: 1 });
    await ruth.sees(`Your proposal ${ref} expired`, "That is not a rejection");
    await maya.sees(ref, "Expired without a decision");
    expect(await ruth.sendsAgain(ref, { details: { "From which day?": clock.day() } })).toContain("with senior staff");
    expect(await hugh.approves(ref)).toContain(`You approved ${ref}`);
  },
};

/** The next year in which 30 and 31 December are no part of a weekend. */
function yearOfWorkingDays(today: string): number {
  const thirtieth = (year: number) => new Date(`${year}-12-30T12:00:00Z`).getUTCDay();
  let year = Number(today.slice(0, 4));
  while (thirtieth(year) < 1 || thirtieth(year) > 4) year += 1;
  return year;
}
