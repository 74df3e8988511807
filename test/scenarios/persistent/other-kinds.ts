/** The restrictions of 7.3 that are about where, when and through whom. */
import { expect } from "vitest";
import type { Scenario } from "../cast/scenario.ts";
import { askedAndWarned } from "./earlier-steps.ts";

export const callTimes: Scenario = {
  title: "phone calls on Tuesdays from 10am to midday: by the clock each call is kept short, or ended (7.3.5)",
  plays: async ({ bethan, ruth, grace, dara, clock, customer, contactArrives }) => {
    const phineas = customer("Phineas Gale");
    const ref = await ruth.proposes(await bethan.reports(phineas), {
      kinds: ["Phone calls at set days"],
      before: askedAndWarned(clock),
      details: {
        "Calls on which days?": ["Tuesday"],
        "Calls from what time?": "10:00",
        "Calls until what time?": "12:00",
        "How many minutes at most?": "15",
      },
    });
    await grace.approves(ref);
    await ruth.sendsLetter(phineas);
    const rings = () => contactArrives({ from: phineas, by: "phone", to: dara });
    expect(await rings()).toMatchObject({ outcome: "breach" });
    await dara.sees(`Customer ${phineas.ref}`, "Say that calls are taken on Tuesday, between 10am and midday");
    await clock.goesTo("tuesday 10:00");
    expect(await rings()).toMatchObject({ outcome: "conditional" });
    await dara.sees(`Customer ${phineas.ref}`, "Keep this call to 15 minutes.");
    await clock.goesTo("tuesday 12:00");
    expect(await rings()).toMatchObject({ outcome: "breach" });
  },
};

export const faceToFace: Scenario = {
  title: "offices by appointment, a witness, visits in pairs: checked before the visit, and council meetings stay open",
  plays: async ({ bethan, ruth, grace, dara, clock, customer, contactArrives }) => {
    const ursula = customer("Ursula Brandt");
    const ref = await ruth.proposes(await bethan.reports(ursula), {
      kinds: ["Offices by appointment only", "Personal contact with a witness", "No home visits, or by two"],
      before: askedAndWarned(clock),
      details: { "Which offices?": "Civic Centre", "Are there home visits?": "Only by two officers together" },
      gates: { "Are council meetings or polling held where this keeps the customer out?": "They are left out" },
    });
    await grace.approves(ref);
    await ruth.sendsLetter(ursula);
    expect(await dara.checks(ursula, "Home visit")).toContain("two of you");
    const goes = (more: object) =>
      contactArrives({ from: ursula, by: "home_visit", to: dara, with: { direction: "outbound", ...more } });
    expect(await goes({ attendingStaff: 1, witness: bethan.email })).toMatchObject({ outcome: "breach" });
    await dara.sees(`Customer ${ursula.ref}`, "Go only with a colleague.");
    expect(await goes({ attendingStaff: 2, witness: bethan.email })).toMatchObject({ outcome: "permitted" });
    const comes = (more: object) => contactArrives({ from: ursula, by: "visit", to: dara, with: more });
    expect(await comes({ premises: "Civic Centre", witness: bethan.email })).toMatchObject({ outcome: "breach" });
    expect(await comes({ appointmentRef: "A-12", witness: bethan.email })).toMatchObject({ outcome: "permitted" });
    expect(await comes({ protectedReason: "council_meeting" })).toMatchObject({ outcome: "permitted" });
  },
};

export const throughSomebody: Scenario = {
  title: "by phone only through somebody acting for them, and off our pages: a representative is heard (7.3.1, 7.3.8)",
  plays: async ({ bethan, ruth, grace, dara, clock, customer, contactArrives }) => {
    const lavinia = customer("Lavinia Croft");
    const ref = await ruth.proposes(await bethan.reports(lavinia), {
      kinds: ["Contact through somebody acting", "Limited or no access to our social media"],
      before: askedAndWarned(clock),
      details: { "What happens to their access there?": "It is closed" },
    });
    expect(await grace.readsCase(ref)).toContain("Access to our social media pages is closed.");
    await grace.approves(ref);
    await ruth.sendsLetter(lavinia);
    const rings = (more: object = {}) => contactArrives({ from: lavinia, by: "phone", to: dara, with: more });
    expect(await rings()).toMatchObject({ outcome: "breach" });
    await dara.sees(`Customer ${lavinia.ref}`, "Take this only through somebody acting for the customer.");
    const councillor = { onBehalf: { name: "Cllr Wynn Parry", relationship: "councillor" } };
    expect(await rings(councillor)).toMatchObject({ outcome: "permitted", alertId: null });
    expect(await contactArrives({ from: lavinia, by: "social_media", to: dara })).toMatchObject({ outcome: "breach" });
  },
};
