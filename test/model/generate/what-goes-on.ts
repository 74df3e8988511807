/** Openings: a step waits until it went on (7.2.2, "If the disruptive behaviour continues"; "If this is not done"). A table. */
import fc from "fast-check";
import { MANAGERS } from "../cast.ts";
import { closed, decidedBy, drafted, letterOut, reported, sent, taken } from "./directed.ts";
import { type Opening, pass, press } from "./opening.ts";

const manager = fc.constantFrom(...MANAGERS);

/** Written on the Thursday before Easter; `days`: until the customer is deemed to have it. */
const warnedBeforeEaster = (days: number) =>
  manager.map((by) => [
    pass(31),
    press(reported({}), taken(by, { step: "warning", earlier: 40 }), letterOut()),
    pass(days),
    press(reported({}), drafted(by, { earlier: {} })),
    pass(1),
    press(reported({}), drafted(by, { earlier: {} }), sent()),
  ]);
const WAITS_FOR_RECEIPT = ["letter-sent: accepted", "draft: warned", "draft: accepted", "send: accepted"];

export const WHAT_GOES_ON: readonly Opening[] = [
  {
    name: "what followed the warning was nobody's fault",
    reaches: ["close: accepted", "send: gate:continued", "send: accepted", "decide: held", "decide: accepted"],
    commands: fc.record({ by: manager, closes: manager }).map(({ by, closes }) => [
      press(
        reported({}),
        // From before the warning: it goes on by the report of today alone.
        reported({ daysAgo: 35 }),
        drafted(by, {}),
        closed(closes, 0),
        sent(),
        reported({ customer: "C-1043" }),
        sent(),
        reported({}),
        sent(),
        // While the seniors have it, that one comes to nothing too.
        closed(closes, 3),
        decidedBy(0, "approve"),
        reported({}),
        decidedBy(0, "approve"),
      ),
    ]),
  },
  {
    name: "what followed the warning came to nothing while the seniors have it, and a day later it goes on",
    reaches: ["close: accepted", "decide: held", "decide: accepted"],
    commands: fc
      .record({ by: manager, closes: manager })
      .map(({ by, closes }) => [
        press(reported({}), reported({ daysAgo: 35 }), drafted(by, {}), sent()),
        press(closed(closes, 0), decidedBy(0, "approve")),
        pass(1),
        press(decidedBy(0, "approve"), reported({}), decidedBy(0, "approve")),
      ]),
  },
  {
    name: "the warning waits until it went on after the advice",
    reaches: ["step: not-yet", "step: accepted"],
    only: "persistent-and-abusive-behaviour",
    commands: manager.map((by) => [
      press(
        reported({}),
        taken(by, { step: "advice", given: 0 }),
        reported({}),
        taken(by, { step: "warning" }),
        // Advice from before is believed, what followed it is not.
        reported({ customer: "C-1043" }),
        taken(by, { step: "warning", earlier: 0 }),
        taken(by, { step: "warning", earlier: 1 }),
      ),
      pass(1),
      press(reported({}), taken(by, { step: "warning" })),
    ]),
  },
  {
    name: "what followed the advice was nobody's fault, and what followed the warning does not stand for it",
    reaches: ["step: accepted", "close: accepted", "draft: warned"],
    only: "persistent-and-abusive-behaviour",
    commands: manager.map((by) => [
      press(reported({}), taken(by, { step: "advice", given: 0 })),
      pass(1),
      press(reported({}), reported({ daysAgo: 9 }), taken(by, { step: "warning" }), letterOut(), closed(by, 1)),
      pass(7),
      press(reported({}), drafted(by, { earlier: {} })),
    ]),
  },
  {
    name: "a warning is received over Easter in England",
    reaches: WAITS_FOR_RECEIPT,
    only: "persistent-and-abusive-behaviour",
    commands: warnedBeforeEaster(6),
  },
  {
    name: "a warning is received over Easter in Scotland",
    reaches: WAITS_FOR_RECEIPT,
    only: "unacceptable-actions",
    commands: warnedBeforeEaster(5),
  },
];
