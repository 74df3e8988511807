/** Somebody else rings for the customer, and is restricted too (SCREENING section 4, third party). */
import { expect } from "vitest";
import type { Scenario } from "../cast/scenario.ts";
import { THREAT } from "./earlier-steps.ts";

export const restrictedSon: Scenario = {
  title: "a son who rings for his mother is restricted himself: her councillor is heard, and he is not",
  plays: async ({ bethan, ruth, elena, grace, dara, customer, contactArrives }) => {
    const [flora, ewan] = [customer("Flora Dalgleish"), customer("Ewan Dalgleish")];
    for (const [who, kinds] of [
      [flora, ["No emails"]],
      [ewan, ["Contact through somebody acting"]],
    ] as const) {
      const ref = await ruth.proposes(await bethan.reports(who), { kinds, before: THREAT });
      await elena.approves(ref);
      await ruth.sendsLetter(who);
    }
    await grace.seesNothingOf(`Customer ${ewan.ref}`);
    const ringsFor = (onBehalf: object) => contactArrives({ from: flora, by: "phone", to: dara, with: { onBehalf } });
    expect(await contactArrives({ from: flora, by: "phone", to: dara })).toMatchObject({ outcome: "permitted" });
    expect(await ringsFor({ name: "Cllr Una Petrie", relationship: "councillor" })).toMatchObject({
      outcome: "permitted",
      alertId: null,
    });
    const son = { name: ewan.name, relationship: "family", phone: ewan.phone };
    expect(await ringsFor(son)).toMatchObject({ outcome: "breach", match: { customerRef: ewan.ref } });
    await dara.sees(`Customer ${ewan.ref}`, "Take this only through somebody acting for the customer.");
    await dara.seesNothingOf(`Customer ${flora.ref}`);
  },
};
