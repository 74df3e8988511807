/** "Restrictions will be tailored": what one service restricts does not bind the other (7.3). */
import { expect } from "vitest";
import type { Scenario } from "../cast/scenario.ts";
import { warnedByHand } from "./earlier-steps.ts";

export const twoServices: Scenario = {
  title: "one customer with cases in two services: the steps count in both, each restriction only in its own",
  plays: async (council) => {
    const { bethan, omar, ruth, idris, grace, hugh, clock, customer, contactArrives } = council;
    const vera = customer("Vera Ashcombe");
    await warnedByHand(council, vera);
    await clock.passes({ days: 1 });
    const appeal = { "What was it about?": "An appeal", "Reference of that matter": "CT-7" };
    const [housing, tax] = [await bethan.reports(vera), await omar.reports(vera, appeal)];
    await ruth.seesNothingOf(`Look at report ${tax.ref}`);

    const emails = await ruth.proposes(housing, { kinds: ["No emails"] });
    await grace.approves(emails);
    await ruth.sendsLetter(vera);
    expect(await contactArrives({ from: vera, by: "email", to: omar })).toMatchObject({ outcome: "permitted" });
    const calls = await idris.proposes(tax, {
      kinds: ["Phone calls at set days"],
      details: { "Calls on which days?": ["Tuesday"], "How many minutes at most?": "10" },
    });
    await hugh.approves(calls);
    await idris.sendsLetter(vera);

    expect(await contactArrives({ from: vera, by: "phone", to: bethan })).toMatchObject({ outcome: "permitted" });
    expect(await contactArrives({ from: vera, by: "email", to: bethan })).toMatchObject({ outcome: "breach" });
    await clock.goesTo("thursday 10:00");
    expect(await contactArrives({ from: vera, by: "phone", to: omar })).toMatchObject({ outcome: "breach" });
    const ofAppeal = { protectedReason: "appeal" };
    expect(await contactArrives({ from: vera, by: "phone", to: omar, with: ofAppeal })).toMatchObject({
      outcome: "permitted",
    });
    expect(await bethan.checks(vera, "Email")).toContain("emails: not used");
    expect(await omar.checks(vera, "Email")).toContain("emails: nothing to keep to");
  },
};
