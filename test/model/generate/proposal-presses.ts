/** What is pressed about a proposal: its forms, sending it, deciding it, taking it back. */
import fc from "fast-check";
import type { Chosen } from "../commands.ts";
import type { World } from "../model/world.ts";
import { about, anybody, manager, often, proposals, reports, seldom, senior, which } from "./choose.ts";
import { LONG_AGO } from "./directed.ts";

const bypass = fc.constantFrom(
  null,
  null,
  { code: "serious_threat", written: false },
  { code: "serious_threat", written: true },
  { code: "vexatious", written: true },
  { code: "vexatious", written: false },
);

const earlier = fc.constantFrom(
  LONG_AGO,
  LONG_AGO,
  LONG_AGO,
  LONG_AGO,
  LONG_AGO,
  LONG_AGO,
  {},
  { advice: 49 },
  { advice: 300, warning: 28 },
  { advice: 90, warning: 400 },
  { advice: 1, warning: 1 },
);

export const draft: fc.Arbitrary<Chosen> = fc
  .record({
    by: manager,
    back: which,
    kind: fc.constantFrom("named_officer", "named_officer", "no_email", "all_contact", "all_contact"),
    bypass: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: bypass }),
    earlier,
    short: seldom,
    complainedAbout: fc.constantFrom<readonly string[]>([], [], [], ["d.okafor"], ["m.frost", "e.ward"]),
    liaison: often,
  })
  .map(({ back, ...facts }) => about(reports, back, (number) => ({ do: "draft", report: number, ...facts })));

/** By whoever proposed it. */
export const send: fc.Arbitrary<Chosen> = fc
  .record({ by: fc.option(manager, { freq: 1 }), back: which, answer: often, stale: seldom })
  .map(
    ({ back, by, ...facts }): Chosen =>
      (world) =>
        about(proposals, back, (number) => ({
          do: "send",
          proposal: number,
          by: by ?? world.proposals[number]?.proposer ?? "",
          ...facts,
        }))(world),
  );

/** The newest that waits for its decision, where one does and the newest was meant. */
function backToOpen({ proposals: all }: World, back: number): number {
  const open = all.findLastIndex(({ state }) => state === "submitted");
  return back === 0 && open >= 0 ? all.length - 1 - open : back;
}

/** By one of those asked, by a senior, or by anybody. */
export const decide: fc.Arbitrary<Chosen> = fc
  .record({
    back: which,
    asked: fc.nat(3),
    by: fc.oneof(
      { weight: 5, arbitrary: fc.constant(null) },
      { weight: 2, arbitrary: senior },
      { weight: 1, arbitrary: anybody },
    ),
    verdict: fc.constantFrom("approve", "approve", "approve", "return", "reject"),
    said: often,
    oldCard: seldom,
  })
  .map(
    ({ back, asked, by, ...facts }): Chosen =>
      (world) =>
        about(proposals, backToOpen(world, back), (number) => {
          const all = [...(world.proposals[number]?.asked ?? [])].toSorted();
          return {
            do: "decide",
            proposal: number,
            by: by ?? all[asked % Math.max(1, all.length)] ?? "d.okafor",
            ...facts,
          };
        })(world),
  );

export const interest: fc.Arbitrary<Chosen> = fc.record({ by: senior, back: which }).map(
  ({ by, back }) =>
    (world) =>
      about(proposals, backToOpen(world, back), (number) => ({ do: "interest", by, proposal: number }))(world),
);

/** Mostly by whoever proposed it. */
export const withdraw: fc.Arbitrary<Chosen> = fc.record({ by: fc.option(manager, { freq: 1 }), back: which }).map(
  ({ by, back }): Chosen =>
    (world) =>
      about(proposals, backToOpen(world, back), (number) => ({
        do: "withdraw",
        by: by ?? world.proposals[number]?.proposer ?? "",
        proposal: number,
      }))(world),
);

/** Mostly by whoever proposed it. */
export const tryAgain: fc.Arbitrary<Chosen> = fc.record({ by: fc.option(manager, { freq: 1 }), back: which }).map(
  ({ by, back }): Chosen =>
    (world) =>
      about(proposals, back, (number) => ({
        do: "try-again",
        by: by ?? world.proposals[number]?.proposer ?? "",
        proposal: number,
      }))(world),
);
