import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { askGates } from "../../../src/policy/gates/ask-gates.ts";
import { type CaseFacts, nextSteps } from "../../../src/policy/ladder/next-steps.ts";
import type { Pack } from "../../../src/policy/packs/pack.ts";
import { STEPS } from "../../../src/policy/vocabulary.ts";
import { aProposal, askingAll } from "../gates/some-facts.ts";
import { PERSISTENT, UNACCEPTABLE } from "../packs/known-packs.ts";
import { aCase, CALENDAR, gave, on } from "./some-cases.ts";

const START = Temporal.PlainDate.from("2025-01-01");
const TODAY = "2026-07-01";
const days = fc.integer({ min: 0, max: 560 }).map((count) => START.add({ days: count }).toString());
const cases = fc
  .record({
    reported: fc.array(days, { maxLength: 6 }),
    steps: fc.array(fc.record({ step: fc.constantFrom(...STEPS), day: days }), { maxLength: 5 }),
  })
  .map(({ reported, steps }) =>
    aCase({ incidents: on(...reported), stepsTaken: steps.map(({ step, day }) => gave(step, day)) }),
  );
/** By name, so that a failure prints a name and not a whole pack. */
const PACKS = { persistent: PERSISTENT, unacceptable: UNACCEPTABLE };
const packs = fc.constantFrom("persistent" as const, "unacceptable" as const);

function proposalIsOpen(facts: CaseFacts, pack: Pack, today = TODAY): boolean {
  return nextSteps(facts, pack, { today, calendar: CALENDAR }).rungs.some(
    ({ rung, code }) => rung === "proposal" && code === "open",
  );
}

/** Reported or recorded in any order. */
const shuffled = (facts: CaseFacts) => ({
  ...facts,
  incidents: facts.incidents.toReversed(),
  stepsTaken: facts.stepsTaken.toReversed(),
});

describe("laws of the ladder", () => {
  it("the proposal is open exactly when the gates for the earlier steps let it out", () => {
    let opened = 0;
    fc.assert(
      fc.property(cases, packs, (facts, name) => {
        const pack = PACKS[name];
        fc.pre(facts.incidents.length > 0);
        const { stepsTaken, incidents: history } = facts;
        const gates = askGates(aProposal({ stepsTaken, history, calendar: CALENDAR }), askingAll(pack), TODAY);
        const pass = gates.filter(({ gate }) => gate === "warned" || gate === "continued");
        const open = proposalIsOpen(facts, pack);
        opened += open ? 1 : 0;
        expect(pass.every(({ code }) => code === "pass")).toBe(open);
      }),
      { numRuns: 2000 },
    );
    expect(opened).toBeGreaterThan(50);
  });

  it("the order in which things were recorded does not matter", () => {
    fc.assert(
      fc.property(cases, packs, (facts, name) => {
        const pack = PACKS[name];
        const asOf = { today: TODAY, calendar: CALENDAR };
        expect(nextSteps(shuffled(facts), pack, asOf)).toEqual(nextSteps(facts, pack, asOf));
      }),
    );
  });

  it("another report never closes the way to a proposal", () => {
    fc.assert(
      fc.property(cases, packs, days, (facts, name, day) => {
        const pack = PACKS[name];
        fc.pre(proposalIsOpen(facts, pack));
        expect(proposalIsOpen({ ...facts, incidents: [...facts.incidents, ...on(day)] }, pack)).toBe(true);
      }),
    );
  });

  it("whoever does what is open, and reports what happens, always comes to a proposal", () => {
    fc.assert(
      fc.property(cases, packs, (begin, name) => {
        const pack = PACKS[name];
        let facts = begin;
        let today = Temporal.PlainDate.from(TODAY);
        for (let moves = 0; moves < 12 && !proposalIsOpen(facts, pack, today.toString()); moves++) {
          const asOf = { today: today.toString(), calendar: CALENDAR };
          const open = nextSteps(facts, pack, asOf).rungs.find(({ code }) => code === "open")?.rung;
          facts =
            open === "advice" || open === "warning"
              ? { ...facts, stepsTaken: [...facts.stepsTaken, gave(open, asOf.today)] }
              : { ...facts, incidents: [...facts.incidents, ...on(asOf.today)] };
          today = today.add({ days: 7 });
        }
        expect(proposalIsOpen(facts, pack, today.toString())).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it("nobody comes to a proposal of the first policy on one day, whatever is recorded on it", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STEPS), { maxLength: 4 }), fc.nat(4), (steps, reports) => {
        const incidents = on(...Array.from({ length: reports }, () => TODAY));
        const facts = aCase({ incidents, stepsTaken: steps.map((step) => gave(step, TODAY)) });
        expect(proposalIsOpen(facts, PERSISTENT)).toBe(false);
      }),
    );
  });
});
