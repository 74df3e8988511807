/** "A customer's status is their own: nobody else in the household has one" (SCREENING sections 3 and 4). */
import { expect } from "vitest";
import type { Scenario } from "../cast/scenario.ts";
import { askedAndWarned } from "./earlier-steps.ts";

export const oneLandline: Scenario = {
  title: "a household with one landline: the husband is served as anybody, and a voice without a name is asked about",
  plays: async ({ bethan, ruth, grace, dara, nadia, clock, customer, contactArrives }) => {
    const rowena = customer("Rowena Thistlewood");
    const ref = await ruth.proposes(await bethan.reports(rowena), {
      kinds: ["Contact through somebody acting"],
      before: askedAndWarned(clock),
      details: { "Which of these are this customer's alone?": [rowena.email] },
    });
    await grace.approves(ref);
    await ruth.sendsLetter(rowena);

    const rings = (name?: string) =>
      contactArrives({ from: rowena, by: "phone", to: dara, with: { customer: { phone: rowena.phone, name } } });
    expect(await rings("Martin Thistlewood")).toMatchObject({ outcome: "clear", alertId: null });
    expect(await rings()).toMatchObject({ outcome: "possible_match" });
    expect(await nadia.sees("This may be a customer on the register")).not.toMatch(rowena.ref);
    await dara.seesNothingOf(`Customer ${rowena.ref}`);
    expect(await rings("R. Thistlewood")).toMatchObject({ outcome: "breach" });
    await dara.sees(`Customer ${rowena.ref}`, "Confirm who you are speaking to");

    await nadia.judges("Not the same person");
    expect(await rings()).toMatchObject({ outcome: "clear" });
    expect(await rings("Rowena Thistlewood")).toMatchObject({ outcome: "breach" });
    expect(await contactArrives({ from: rowena, by: "email", to: dara })).toMatchObject({ outcome: "permitted" });
  },
};
