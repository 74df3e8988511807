/** Single presses about the newest thing there is, as a careful manager and the seniors make them. */
import type { Chosen } from "../commands.ts";
import type { Press, Verdict, World } from "../model/world.ts";

type PressOf<Do extends Press["do"]> = Extract<Press, { do: Do }>;

/** Days ago: long enough for both to have been received, and recent enough to count. */
export const LONG_AGO = { advice: 49, warning: 28 };

export const reported =
  (facts: Partial<PressOf<"report">>): Chosen =>
  () => ({
    do: "report",
    by: "s.hale",
    customer: "C-1042",
    daysAgo: 0,
    threat: false,
    affected: [],
    twice: false,
    ...facts,
  });

/** About the newest report. */
export const drafted =
  (by: string, facts: Partial<PressOf<"draft">>): Chosen =>
  (world) => ({
    do: "draft",
    by,
    report: world.reports.length - 1,
    kind: "named_officer",
    bypass: null,
    earlier: LONG_AGO,
    short: false,
    complainedAbout: [],
    liaison: true,
    ...facts,
  });

/** The newest, by whoever proposed it. */
export const sent =
  (answer = true): Chosen =>
  (world) =>
    newestOf(world, ({ proposer }, proposal) => ({ do: "send", by: proposer, proposal, answer, stale: false }));

/** By that person, or by that one of those asked who have not decided, in the order of their names. */
export const decidedBy =
  (who: string | number, verdict: Verdict, facts: Partial<PressOf<"decide">> = {}): Chosen =>
  (world) =>
    newestOf(world, ({ asked, decisions }, proposal) => {
      const waiting = [...asked].filter((person) => !decisions.has(person)).toSorted();
      const by = typeof who === "string" ? who : (waiting[who] ?? "d.okafor");
      return { do: "decide", by, proposal, verdict, said: true, oldCard: false, ...facts };
    });

/** After the newest report. */
export const taken =
  (by: string, facts: Partial<PressOf<"step">>): Chosen =>
  (world) => ({
    do: "step",
    by,
    report: world.reports.length - 1,
    step: "advice",
    given: null,
    byReporter: false,
    earlier: null,
    ...facts,
  });

/** The newest, by whoever has to send it. */
export const letterOut = (): Chosen => (world) => {
  const last = world.letters.at(-1);
  return last && { do: "letter-sent", by: last.owner, letter: world.letters.length - 1 };
};

/** Without anything for the customer: the report of that number. */
export const closed =
  (by: string, report: number): Chosen =>
  () => ({ do: "close", by, report, said: true });

/** What was asked for after the newest report, by whoever was asked. */
export const advised = (): Chosen => (world) => {
  const report = world.reports.length - 1;
  const task = world.steps.findLast((step) => step.kind === "advice" && step.report === report);
  return { do: "advise", by: task?.owner ?? "r.byrne", report };
};

/** The newest, by whoever proposed it. */
export const triedAgain = (): Chosen => (world) =>
  newestOf(world, ({ proposer }, proposal) => ({ do: "try-again", by: proposer, proposal }));

function newestOf(
  { proposals }: World,
  press: (proposal: World["proposals"][number], number: number) => Press,
): Press | undefined {
  const last = proposals.at(-1);
  return last && press(last, proposals.length - 1);
}
