/** "a named officer who shall be the sole point of telephone contact", and who leaves the council (paragraphs 6 and 8). */
import { expect } from "vitest";
import type { Scenario } from "../cast/scenario.ts";
import { THREAT } from "./earlier-steps.ts";

export const namedOfficerLeaves: Scenario = {
  title:
    "the named officer leaves the council mid-way: the deputy is told from that moment, and the register team confirms",
  plays: async ({ bethan, ruth, elena, omar, kit, lena, nadia, sam, clock, customer, contactArrives }) => {
    const ailsa = customer("Ailsa Rintoul");
    const ref = await ruth.proposes(await bethan.reports(ailsa), {
      kinds: ["One named officer only"],
      before: THREAT,
      details: {
        "Who is the one point of contact?": kit.name,
        "Where does it apply?": "With every service",
        "If with every service, why?": "The threats reached four services.",
      },
    });
    await elena.approves(ref);
    await ruth.sendsLetter(ailsa);
    const writes = () => contactArrives({ from: ailsa, by: "email", to: omar });
    await writes();
    await kit.sees("A customer of yours contacted somebody else", ailsa.ref);
    await lena.seesNothingOf(`Customer ${ailsa.ref}`);

    await sam.changesEntryOf(kit.name, { Status: "Has left" });
    expect(await nadia.sees("A named officer has left", ref)).toContain("A deputy takes over at once");
    await clock.passes({ hours: 3 });
    await writes();
    await lena.sees("A customer of yours contacted somebody else", ailsa.ref);
    expect(await omar.sees(`Customer ${ailsa.ref}`, "Lena Fischer (Housing)")).toContain("Do not answer; file it.");
    expect(await contactArrives({ from: ailsa, by: "phone", to: lena })).toMatchObject({ outcome: "permitted" });
    expect(await omar.checks(ailsa)).toContain("Lena Fischer");
  },
};
