/** What is pressed about a report, and about the steps before a restriction. */
import fc from "fast-check";
import { CUSTOMERS, REPORTERS } from "../cast.ts";
import type { Chosen } from "../commands.ts";
import { about, ago, manager, newest, often, reports, seldom, which } from "./choose.ts";

export const report: fc.Arbitrary<Chosen> = fc
  .record({
    by: fc.constantFrom(...REPORTERS),
    customer: fc.constantFrom(...CUSTOMERS),
    daysAgo: fc.constantFrom(0, 0, 0, 2, 9),
    threat: fc.boolean(),
    affected: fc.constantFrom<readonly string[]>([], [], [], ["m.frost"], ["d.okafor"]),
    twice: seldom,
  })
  .map((facts) => () => ({ do: "report", ...facts }));

export const close: fc.Arbitrary<Chosen> = fc
  .record({ by: manager, back: which, said: often })
  .map(({ back, ...facts }) => about(reports, back, (number) => ({ do: "close", report: number, ...facts })));

export const step: fc.Arbitrary<Chosen> = fc
  .record({
    by: manager,
    back: which,
    step: fc.constantFrom("advice", "warning"),
    given: fc.option(ago, { freq: 1 }),
    byReporter: seldom,
    earlier: fc.option(ago, { freq: 1 }),
  })
  .map(
    ({ back, ...facts }): Chosen =>
      (world) =>
        about(reports, back, (number) => ({
          do: "step",
          report: number,
          ...facts,
          byReporter: facts.byReporter && facts.step === "advice" && world.reports[number]?.reporter !== "d.okafor",
        }))(world),
  );

export const advise: fc.Arbitrary<Chosen> = fc
  .record({ by: fc.option(manager, { freq: 1 }), back: which })
  .map(({ by, back }) => (world) => {
    const tasks = world.steps.filter(({ kind, report: own }) => kind === "advice" && own !== null);
    const task = tasks[newest(tasks, back)];
    return task?.report == null ? undefined : { do: "advise", by: by ?? task.owner ?? "r.byrne", report: task.report };
  });

export const letterSent: fc.Arbitrary<Chosen> = fc
  .record({ by: fc.option(manager, { freq: 1 }), back: which })
  .map(({ by, back }) => (world) => {
    const number = newest(world.letters, back);
    const letter = world.letters[number];
    return letter && { do: "letter-sent", by: by ?? letter.owner, letter: number };
  });
