/** Who may decide, and what becomes of a proposal when they may not (CASEWORK section 4). */
import { expect } from "vitest";
import type { Scenario } from "../cast/scenario.ts";
import { askedAndWarned } from "./earlier-steps.ts";

export const twoOfThreeExcluded: Scenario = {
  title: "two of three seniors are excluded: one it happened to, one with an interest; the third decides",
  plays: async ({ bethan, ruth, grace, hugh, maya, elena, clock, customer }) => {
    const report = await bethan.reports(customer("Lettice Arkwright"), {
      "Which other officers did it happen to?": hugh.email,
    });
    const ref = await ruth.proposes(report, { kinds: ["No emails"], before: askedAndWarned(clock) });
    expect(await grace.isAsked(ref)).toContain("one is enough");
    await maya.isAsked(ref);
    expect(await hugh.wasAsked(ref)).toBe(false);

    expect(await grace.declaresInterest(ref)).toContain("Elena Marsh has been asked instead.");
    expect(await grace.sees(ref, "You said that you have an interest.")).not.toContain("Decide:");
    expect(await grace.canPress(ref)).toEqual([]);
    await elena.isAsked(ref);
    expect(await maya.approves(ref)).toContain(`You approved ${ref}`);
    await grace.sees(ref, "Approved by Maya Lindgren");
    await ruth.sees(`Your proposal ${ref} was approved`, "Approved by Maya Lindgren");
  },
};

export const nobodyLeft: Scenario = {
  title: "nobody is left who may decide: it does not go out, and when the only one goes away the proposer is told",
  plays: async ({ bethan, ruth, dara, grace, hugh, maya, elena, victor, sam, clock, customer }) => {
    const everybody = [grace, hugh, maya, elena, victor].map(({ email }) => email);
    const report = await bethan.reports(customer("Casimir Holloway"), {
      "Which other officers did it happen to?": everybody,
    });
    const wanted = { kinds: ["No emails"], before: askedAndWarned(clock) };
    expect(await ruth.cannotPropose(report, wanted)).toContain("1 senior officer must approve and 0 may");

    await sam.changesEntryOf(dara.name, { Roles: ["Officer", "Senior officer"] });
    const ref = await ruth.proposes(report, wanted);
    await dara.isAsked(ref);
    await sam.changesEntryOf(dara.name, { Status: "Away" });
    await clock.passes({ minutes: 1 });
    await ruth.sees(`Too few people can decide ${ref}`, "nobody can at the moment");

    await sam.changesEntryOf(dara.name, { Status: "Works here" });
    await clock.passes({ minutes: 1 });
    await ruth.sees(`Who can decide ${ref}`, "Enough people can decide it again.");
    expect(await dara.approves(ref)).toContain(`You approved ${ref}`);
    await sam.changesEntryOf(dara.name, { Roles: ["Officer"] });
  },
};

export const delegateDecides: Scenario = {
  title: "a senior is away for the week: whoever stands in is asked and decides, and afterwards no longer",
  plays: async ({ bethan, ruth, grace, jonas, clock, customer }) => {
    const days = { from: clock.day(), until: clock.day(4) };
    expect(await grace.handsOverTo(jonas, days)).toContain("Jonas Weir stands in");
    await clock.passes({ minutes: 1 });
    await jonas.sees("You stand in for Grace Okoye");
    const report = await bethan.reports(customer("Mabel Thornycroft"));
    const ref = await ruth.proposes(report, { kinds: ["No emails"], before: askedAndWarned(clock) });
    await jonas.isAsked(ref);
    expect(await grace.wasAsked(ref)).toBe(false);
    expect(await jonas.approves(ref)).toContain(`You approved ${ref}`);

    await clock.goesTo("monday 9:00");
    await jonas.sees("You no longer stand in for Grace Okoye");
    const next = await ruth.proposes(await bethan.reports(customer("Barnaby Lockhart")), {
      kinds: ["No emails"],
      before: askedAndWarned(clock),
    });
    await grace.isAsked(next);
    expect(await jonas.wasAsked(next)).toBe(false);
  },
};
