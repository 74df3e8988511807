/** "only taken after careful consideration of the situation by a senior member of staff" (paragraph 2). */
import { expect } from "vitest";
import type { Scenario } from "../cast/scenario.ts";
import { proposedOnceAnswered, warned } from "./earlier-steps.ts";

export const returnedTwice: Scenario = {
  title:
    "returned twice: the card from before is refused, Social Work is not asked anew, and the third round is approved",
  plays: async (council) => {
    const { bethan, ruth, grace, hugh, petra, clock, customer, audit } = council;
    const report = await bethan.reports(customer("Fenella Urquhart"));
    const ref = await proposedOnceAnswered(council, report, {
      wanted: { kinds: ["No emails"], before: warned(clock) },
    });
    await hugh.isAsked(ref);
    await hugh.person.press("Approve", { on: ref });
    await hugh.person.form("exactly these words");
    await grace.returns(ref, "Has she a representative?");
    expect(await ruth.sendsAgain(ref, { answer: "She has none." })).toContain("is with senior staff");
    expect(await hugh.sendsWhatIsOpen()).toContain("It was changed after this card went out.");

    expect(await hugh.returns(ref, "Why with every channel of ours?")).toContain(`You returned ${ref}`);
    await grace.sees(ref, "Returned with questions by Hugh Tanner");
    const shorter = { "Until which day?": clock.day(60), "When is it reviewed?": clock.day(30) };
    await ruth.sendsAgain(ref, { answer: "It is emails only, and shorter now.", details: shorter });
    const read = await grace.readsCase(ref);
    expect(read).toMatch(/She has none\..*emails only, and shorter now/s);
    await grace.approves(ref);
    await hugh.sees(ref, "Approved by Grace Okoye");
    await petra.seesNothingOf(new RegExp(`A question to Social Work[^]*${ref}`));
    const happened = await audit(ref);
    expect(happened.filter((event) => event === "proposal-submitted")).toHaveLength(3);
    expect(happened.filter((event) => event === "social-work-asked")).toHaveLength(1);
  },
};
