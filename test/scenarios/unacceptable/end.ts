/** "the length of time that these restrictions will be in place" (paragraph 4). */
import { expect } from "vitest";
import type { Scenario } from "../cast/scenario.ts";
import { THREAT } from "./earlier-steps.ts";

export const endsAtItsEnd: Scenario = {
  title: "no longer than the policy allows, and on its last day it ends by itself: then a contact is like anybody's",
  plays: async ({ bethan, ruth, elena, omar, nadia, clock, customer, contactArrives }) => {
    const catriona = customer("Catriona Buchan");
    const report = await bethan.reports(catriona);
    const ends = (days: number) => ({ "Until which day?": clock.day(days), "When is it reviewed?": clock.day(10) });
    const wanted = { kinds: ["No emails"], before: THREAT };
    expect(await ruth.cannotPropose(report, { ...wanted, details: ends(400) })).toMatch(/12 months/);
    const ref = await ruth.proposes(report, { ...wanted, details: ends(20) });
    const until = clock.day(20);
    await elena.approves(ref);
    await ruth.sendsLetter(catriona);
    expect(await nadia.readsRegisterEntry(catriona)).toContain(`Until: ${clock.date(20)}`);

    const writes = () => contactArrives({ from: catriona, by: "email", to: bethan });
    await clock.goesTo(`${clock.day(19)} 23:00`);
    expect(await writes()).toMatchObject({ outcome: "breach" });
    await clock.goesTo(`${until} 00:01`);
    await ruth.sees("An arrangement has ended", `Customer ${catriona.ref} may contact us`);
    expect(await writes()).toMatchObject({ outcome: "clear" });
    expect(await omar.checks(catriona)).toContain("nothing to keep to");
  },
};
