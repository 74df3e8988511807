/** Openings: nobody does what there is to do, and somebody is reminded (CASEWORK sections 1, 2 and 6). A table. */
import fc from "fast-check";
import { MANAGERS } from "../cast.ts";
import { advised, closed, decidedBy, drafted, letterOut, reported, sent, taken, triedAgain } from "./directed.ts";
import { type Opening, pass, press } from "./opening.ts";

const manager = fc.constantFrom(...MANAGERS);
const THREAT = { earlier: {}, bypass: { code: "serious_threat", written: true }, liaison: false } as const;

export const WHAT_WAITS: readonly Opening[] = [
  {
    name: "nobody looks at a report",
    reaches: ["pass: triage-waiting", "close: accepted"],
    commands: manager.map((by) => [
      press(reported({}), closed(by, 0), reported({ customer: "C-1043" })),
      pass(1),
      press(closed(by, 1)),
    ]),
  },
  {
    name: "nobody asks the customer to moderate",
    reaches: ["pass: advice-waiting", "advise: accepted"],
    only: "persistent-and-abusive-behaviour",
    commands: fc
      .record({ by: manager, byReporter: fc.boolean() })
      .map(({ by, byReporter }) => [
        press(reported({ customer: "C-1043" }), taken(by, { byReporter }), advised()),
        press(reported({}), taken(by, { byReporter })),
        pass(1),
        press(advised()),
      ]),
  },
  {
    name: "nobody sends the letters",
    reaches: ["pass: letter-unsent", "letter-sent: accepted"],
    commands: manager.map((by) => [
      press(reported({ customer: "C-1043" }), taken(by, { step: "warning", earlier: 40 }), letterOut()),
      press(reported({}), taken(by, { step: "warning", earlier: 40 })),
      pass(1),
      press(letterOut()),
      press(reported({}), drafted(by, {}), sent(), decidedBy(0, "approve")),
      pass(1),
      press(letterOut()),
    ]),
  },
  {
    name: "Social Work does not answer, and is asked again",
    reaches: ["send: gate:social_work", "pass: social-work-waiting", "try-again: accepted", "send: accepted"],
    only: "unacceptable-actions",
    commands: manager.map((by) => [
      press(reported({}), drafted(by, { liaison: false }), sent(), triedAgain(), sent()),
      pass(2),
      press(sent(), triedAgain(), sent()),
    ]),
  },
  {
    name: "turned down or taken back while Social Work is asked",
    reaches: ["decide: accepted", "withdraw: accepted"],
    only: "unacceptable-actions",
    commands: manager.map((by) => [
      press(
        reported({}),
        drafted(by, THREAT),
        sent(),
        decidedBy(0, "reject"),
        reported({ customer: "C-1043" }),
        drafted(by, THREAT),
        (world) => ({ do: "withdraw", by, proposal: world.proposals.length - 1 }),
      ),
      pass(2),
    ]),
  },
];
