/** "the additional contact which falls outside of the restriction will be disregarded" (paragraph 8). */
import { expect } from "vitest";
import type { Scenario } from "../cast/scenario.ts";
import { THREAT } from "./earlier-steps.ts";

export const severalOfficers: Scenario = {
  title: "with a sole point of contact one email to several officers is disregarded, and alerted once",
  plays: async ({ bethan, ruth, elena, dara, lena, mina, nadia, customer, contactArrives, posts }) => {
    const duncan = customer("Duncan Farquhar");
    const ref = await ruth.proposes(await bethan.reports(duncan), {
      kinds: ["One named officer only"],
      before: THREAT,
      details: { "Who is the one point of contact?": mina.name },
    });
    expect(await elena.readsCase(ref)).toContain("Contact with anyone else is disregarded");
    await elena.approves(ref);
    await ruth.sendsLetter(duncan);

    const writes = (to: typeof dara) =>
      contactArrives({ from: duncan, by: "email", to, with: { conversation: "to-everybody" } });
    const first = await writes(dara);
    expect(first).toMatchObject({ outcome: "breach" });
    await dara.sees(`Customer ${duncan.ref}`, "Do not answer; file it.", "Mina Patel (Housing)");
    await mina.sees("A customer of yours contacted somebody else", duncan.ref);
    await nadia.sees("Contact outside an arrangement", "1 officer reached");
    const before = await posts();
    expect(await writes(lena)).toMatchObject({ outcome: "breach", alertId: first.alertId });
    expect(await writes(bethan)).toMatchObject({ outcome: "breach", alertId: first.alertId });
    await nadia.sees("Contact outside an arrangement", "3 officers reached");
    // Each of the two is told; the point of contact and the register team have their card already.
    expect(await posts()).toBe(before + 2);
    expect(await writes(mina)).toMatchObject({ outcome: "permitted" });
    await dara.sees(`Customer ${duncan.ref}`, "Do not reply: Mina Patel has it.");
  },
};
