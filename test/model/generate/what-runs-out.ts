/** Openings: what ends by itself, what leaves out a step, and what happens meanwhile (CASEWORK sections 2, 3 and 5). A table. */
import fc from "fast-check";
import { MANAGERS } from "../cast.ts";
import type { Chosen } from "../commands.ts";
import { closed, decidedBy, drafted, letterOut, reported, sent, taken } from "./directed.ts";
import { type Opening, pass, press } from "./opening.ts";

const manager = fc.constantFrom(...MANAGERS);
const anyKind = fc.constantFrom("named_officer" as const, "no_email" as const);

const firstStepBy =
  (by: string): Chosen =>
  (world) =>
    taken(by, { step: world.pack === "unacceptable-actions" ? "warning" : "advice", given: 0 })(world);

export const WHAT_RUNS_OUT: readonly Opening[] = [
  {
    name: "nobody decides, and it is sent again",
    reaches: ["pass: proposal-expired", "decide: closed", "send: accepted", "decide: accepted"],
    commands: manager.map((by) => [
      press(reported({}), drafted(by, {}), sent()),
      pass(3),
      pass(4),
      press(decidedBy(0, "approve"), drafted(by, {}), sent(), decidedBy(0, "approve")),
    ]),
  },
  {
    name: "an arrangement comes to its end",
    reaches: ["letter-sent: accepted", "pass: arrangement-ended"],
    commands: fc
      .record({ by: manager, kind: anyKind, days: fc.constantFrom(3, 4, 31) })
      .map(({ by, kind, days }) => [
        press(reported({}), drafted(by, { kind, short: true }), sent(), decidedBy(0, "approve"), letterOut()),
        pass(1),
        pass(days),
      ]),
  },
  {
    name: "the short road",
    reaches: ["draft: warned", "pass: proposal-expired", "decide: reason-missing", "decide: accepted"],
    only: "unacceptable-actions",
    commands: manager.map((by) => [
      press(
        reported({}),
        drafted(by, { earlier: {}, bypass: { code: "serious_threat", written: false } }),
        reported({ threat: true }),
        drafted(by, { earlier: {}, bypass: { code: "serious_threat", written: false }, liaison: false }),
        sent(),
      ),
      // Five working days of eight hours each, by day and night.
      pass(2),
      press(
        reported({}),
        drafted(by, { earlier: {}, bypass: { code: "vexatious", written: true }, liaison: false }),
        sent(),
        decidedBy(0, "approve", { said: false }),
        decidedBy(0, "approve"),
      ),
    ]),
  },
  {
    name: "there is no short road",
    reaches: ["draft: warned"],
    only: "persistent-and-abusive-behaviour",
    commands: manager.map((by) => [
      press(
        reported({ threat: true }),
        drafted(by, { earlier: {}, bypass: { code: "serious_threat", written: true } }),
        drafted(by, { earlier: {}, bypass: { code: "vexatious", written: true } }),
      ),
    ]),
  },
  {
    name: "a manager is away while reports wait",
    reaches: ["delegate: accepted", "draft: not-present", "step: accepted", "draft: accepted"],
    commands: fc
      .constantFrom("r.byrne", "j.reid")
      .map((instead) => [
        press(
          reported({}),
          reported({ customer: "C-1043" }),
          () => ({ do: "delegate", from: "t.kerr", to: instead, inDays: 0, days: 2 }),
          drafted("t.kerr", {}),
          firstStepBy(instead),
          reported({}),
        ),
        pass(3),
        press(drafted("t.kerr", {}), sent()),
      ]),
  },
  {
    name: "an officer stands in for a manager, until they are back",
    reaches: ["delegate: accepted", "step: accepted", "draft: accepted", "send: not-yours", "close: not-yours"],
    commands: fc
      .constantFrom("p.shah", "w.adeyemi")
      .map((instead) => [
        press(
          reported({}),
          () => ({ do: "delegate", from: "t.kerr", to: instead, inDays: 0, days: 2 }),
          firstStepBy(instead),
          reported({ customer: "C-1043" }),
          drafted(instead, {}),
        ),
        pass(3),
        press(sent(), closed(instead, 1), closed("t.kerr", 1)),
      ]),
  },
  {
    name: "advice runs out",
    reaches: ["draft: warned", "step: not-yet", "step: accepted"],
    only: "persistent-and-abusive-behaviour",
    commands: manager.map((by) => [
      press(
        reported({ customer: "C-1043" }),
        drafted(by, { earlier: { advice: 300, warning: 28 } }),
        taken(by, { step: "advice", given: 0 }),
      ),
      pass(190),
      press(reported({ customer: "C-1043" }), taken(by, { step: "warning" })),
    ]),
  },
  {
    name: "a warning runs out",
    reaches: ["draft: warned", "step: accepted", "letter-sent: accepted"],
    commands: manager.map((by) => [
      press(
        reported({ customer: "C-1043" }),
        drafted(by, { earlier: { advice: 420, warning: 400 } }),
        // Nothing is known to have happened since it was received.
        drafted(by, { earlier: { advice: 30, warning: 1 } }),
        taken(by, { step: "warning", earlier: 40 }),
        letterOut(),
      ),
      pass(370),
      press(reported({ customer: "C-1043" }), drafted(by, { earlier: {} })),
    ]),
  },
];
