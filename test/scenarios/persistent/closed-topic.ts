/** "we will not reply to or acknowledge any further contact from them on a specific topic" (7.3.7). */
import { expect } from "vitest";
import type { Scenario } from "../cast/scenario.ts";
import { askedAndWarned } from "./earlier-steps.ts";

export const closedTopic: Scenario = {
  title: "a closed topic is read by a designated officer and not acknowledged; anything else is answered as ever",
  plays: async ({ bethan, ruth, grace, dara, jonas, clock, customer, contactArrives }) => {
    const ambrose = customer("Ambrose Nettleton");
    const ref = await ruth.proposes(await bethan.reports(ambrose), {
      kinds: ["No reply on a closed topic"],
      before: askedAndWarned(clock),
      details: {
        "Which words in a subject show that it is about this?": "boundary fence",
        "Who reads what comes in about it?": jonas.name,
      },
    });
    expect(await grace.readsCase(ref)).toContain("is read by Jonas Weir and is neither answered nor acknowledged.");
    await grace.approves(ref);
    await ruth.sendsLetter(ambrose);

    const writes = (subject: string) => contactArrives({ from: ambrose, by: "email", to: dara, with: { subject } });
    expect(await writes("Bin collection")).toMatchObject({ outcome: "permitted", alertId: null });
    expect(await writes("Once more the boundary fence")).toMatchObject({ outcome: "breach" });
    await dara.sees(`Customer ${ambrose.ref}`, "Read it. Do not reply. Pass it to Jonas Weir, who reads it.");
    await clock.passes({ hours: 3 });
    expect(await contactArrives({ from: ambrose, by: "phone", to: dara })).toMatchObject({ outcome: "conditional" });
    await dara.sees(`Customer ${ambrose.ref}`, "Find out what it is about.");
    expect(await contactArrives({ from: ambrose, by: "phone", to: jonas })).toMatchObject({ outcome: "permitted" });
  },
};
