/** What a customer may always contact the council about, whatever was decided (SCREENING section 5). */
import { expect } from "vitest";
import type { Scenario } from "../cast/scenario.ts";
import { askedAndWarned } from "./earlier-steps.ts";

export const appealStaysOpen: Scenario = {
  title: "under a named officer an appeal is let through, what may be one is looked at, and only the rest is outside",
  plays: async ({ bethan, ruth, grace, dara, mina, clock, customer, contactArrives, posts }) => {
    const josiah = customer("Josiah Blackwood");
    const ref = await ruth.proposes(await bethan.reports(josiah), {
      kinds: ["One named officer only"],
      before: askedAndWarned(clock),
      details: { "Who is the one point of contact?": mina.name },
    });
    await grace.approves(ref);
    expect(await ruth.readsLetter(josiah)).toMatch(
      /These arrangements do not apply[\s\S]*- an appeal[\s\S]*If you disagree/,
    );
    await ruth.sendsLetter(josiah);

    const writes = (more: object) => contactArrives({ from: josiah, by: "email", to: dara, with: more });
    const before = await posts();
    expect(await writes({ protectedReason: "appeal" })).toMatchObject({ outcome: "permitted", alertId: null });
    expect(await posts()).toBe(before);
    expect(await writes({ subject: "My appeal against your letter" })).toMatchObject({ outcome: "conditional" });
    await dara.sees(`Customer ${josiah.ref}`, "Check first: it may be about safety, an appeal");
    await clock.passes({ hours: 3 });
    expect(await writes({ subject: "The same again" })).toMatchObject({ outcome: "breach" });
    await dara.sees(`Customer ${josiah.ref}`, "This contact is outside an arrangement", "Mina Patel (Housing)");
  },
};
