/** A customer moves, and rings from a number that nobody knows (SCREENING section 3, possible). */
import { expect } from "vitest";
import type { Scenario } from "../cast/scenario.ts";
import { THREAT } from "./earlier-steps.ts";

export const customerMoves: Scenario = {
  title:
    "the customer moves: of the name alone only the register team hears, and the officer who asks for the reference is told",
  plays: async ({ bethan, ruth, elena, dara, nadia, customer, contactArrives }) => {
    const hector = customer("Hector Balfour");
    const wanted = { kinds: ["Contact through somebody acting"], before: THREAT };
    await elena.approves(await ruth.proposes(await bethan.reports(hector), wanted));
    await ruth.sendsLetter(hector);

    const moved = { ...hector, phone: customer("Hector Balfour").phone };
    const rings = (name?: string) =>
      contactArrives({ from: moved, by: "phone", to: dara, with: { customer: { phone: moved.phone, name } } });
    expect(await rings()).toMatchObject({ outcome: "clear" });
    expect(await rings("Hector Balfour")).toMatchObject({ outcome: "possible_match" });
    await dara.seesNothingOf(`Customer ${hector.ref}`);
    await nadia.sees("This may be a customer on the register");
    expect(await nadia.judges("Same person")).toMatch(/same person/i);

    expect(await rings()).toMatchObject({ outcome: "clear" });
    const asked = { customer: { phone: moved.phone, ref: hector.ref } };
    expect(await contactArrives({ from: moved, by: "phone", to: dara, with: asked })).toMatchObject({
      outcome: "breach",
    });
    await dara.sees(`Customer ${hector.ref}`, "Take this only through somebody acting for the customer.");
  },
};
