/** "Requiring contact to take place with one named member of staff only" (7.3.4), and that member of staff leaves. */
import { expect } from "vitest";
import type { Scenario } from "../cast/scenario.ts";
import { askedAndWarned } from "./earlier-steps.ts";

export const namedOfficerLeaves: Scenario = {
  title: "a named officer leaves the council: the deputy answers from that moment, and then the register team",
  plays: async ({ bethan, ruth, grace, dara, kit, lena, nadia, sam, clock, customer, contactArrives }) => {
    const felix = customer("Felix Dunmore");
    const ref = await ruth.proposes(await bethan.reports(felix), {
      kinds: ["One named officer only"],
      before: askedAndWarned(clock),
      details: { "Who is the one point of contact?": kit.name },
    });
    await grace.approves(ref);
    await ruth.sendsLetter(felix);
    const writesToDara = () => contactArrives({ from: felix, by: "email", to: dara });
    expect(await writesToDara()).toMatchObject({ outcome: "breach" });
    await dara.sees(
      `Customer ${felix.ref}`,
      "Kit Lawson (Housing) is this customer's point of contact and has been told",
    );
    await kit.sees("A customer of yours contacted somebody else");

    await sam.changesEntryOf(kit.name, { Status: "Has left" });
    expect(await nadia.sees("A named officer has left", ref)).toContain("tell the customer in writing");
    expect(await dara.checks(felix)).toContain("Lena Fischer");
    expect(await contactArrives({ from: felix, by: "phone", to: lena })).toMatchObject({ outcome: "permitted" });
    await clock.passes({ hours: 3 });
    await writesToDara();
    await dara.sees(`Customer ${felix.ref}`, "Lena Fischer (Housing) is this customer's point of contact");

    await sam.changesEntryOf(lena.name, { Status: "Away" });
    await clock.passes({ hours: 3 });
    await writesToDara();
    await dara.sees(`Customer ${felix.ref}`, "Pass to the register team.");
    await sam.changesEntryOf(lena.name, { Status: "Works here" });
  },
};
