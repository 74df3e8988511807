/** One customer and two services, each with its own decision. */
import { expect } from "vitest";
import type { Scenario } from "../cast/scenario.ts";
import { THREAT } from "./earlier-steps.ts";

export const twoServices: Scenario = {
  title:
    "one customer with cases in two services: who decides the second sees the first, and each service has its own officer",
  plays: async ({ bethan, omar, ruth, idris, grace, hugh, jonas, clock, customer, contactArrives }) => {
    const callum = customer("Callum Strachan");
    const housing = await ruth.proposes(await bethan.reports(callum), {
      kinds: ["One named officer only"],
      before: THREAT,
      details: { "Who is the one point of contact?": jonas.name },
    });
    await grace.approves(housing);
    await ruth.sendsLetter(callum);
    const tax = await omar.reports(callum);
    await ruth.seesNothingOf(`Look at report ${tax.ref}`);
    const ref = await idris.proposes(tax, {
      kinds: ["Phone calls at set days"],
      before: THREAT,
      details: { "Calls on which days?": ["Tuesday"], "How many minutes at most?": "10" },
    });
    expect(await hugh.readsCase(ref)).toContain(`Restricted before: ${housing}, one named officer only`);
    await hugh.approves(ref);
    await idris.sendsLetter(callum);

    expect(await contactArrives({ from: callum, by: "email", to: omar })).toMatchObject({ outcome: "permitted" });
    expect(await contactArrives({ from: callum, by: "email", to: bethan })).toMatchObject({ outcome: "breach" });
    await clock.goesTo("thursday 10:00");
    expect(await contactArrives({ from: callum, by: "phone", to: omar })).toMatchObject({ outcome: "breach" });
    expect(await contactArrives({ from: callum, by: "phone", to: jonas })).toMatchObject({ outcome: "permitted" });
    expect(await bethan.checks(callum)).toContain("Jonas Weir");
  },
};
