/** "Going on takes a new decision before that date, told to the customer first" (CASEWORK section 5). */
import { expect } from "vitest";
import type { Scenario } from "../cast/scenario.ts";
import { THREAT } from "./earlier-steps.ts";

export const goesOnWithoutAGap: Scenario = {
  title: "what ends soon is decided anew before it ends: the customer is told first, and there is no hour between",
  plays: async ({ bethan, ruth, elena, nadia, clock, customer, contactArrives }) => {
    const muriel = customer("Muriel Auchter");
    const dates = (from: number, until: number) => ({
      "From which day?": clock.day(from),
      "Until which day?": clock.day(until),
      "When is it reviewed?": clock.day(until - 1),
    });
    const wanted = { kinds: ["No emails"], before: THREAT };
    const first = await ruth.proposes(await bethan.reports(muriel), { ...wanted, details: dates(0, 20) });
    const last = clock.day(20);
    await elena.approves(first);
    await ruth.sendsLetter(muriel);

    await clock.passes({ days: 14 });
    const second = await ruth.proposes(await bethan.reports(muriel), { ...wanted, details: dates(6, 60) });
    expect(await elena.readsCase(second)).toContain(`Restricted before: ${first}, no emails`);
    await elena.approves(second);
    expect(await ruth.readsLetter(muriel)).toContain(`From: ${clock.date(6)}`);
    await ruth.sendsLetter(muriel);

    const writes = () => contactArrives({ from: muriel, by: "email", to: bethan });
    await clock.goesTo(`${clock.day(5)} 23:59`);
    expect(await writes()).toMatchObject({ outcome: "breach" });
    await clock.goesTo(`${last} 00:01`);
    expect(await ruth.sees("An arrangement has ended", first)).toContain(
      `Another arrangement is in force for customer ${muriel.ref}: ${second}.`,
    );
    expect(await writes()).toMatchObject({ outcome: "breach" });
    expect(await nadia.readsRegisterEntry(muriel)).toContain(`Until: ${clock.date(54)}`);
  },
};
