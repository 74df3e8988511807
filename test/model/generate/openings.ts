/**
 * Openings that bring a case to a moment at which the policy forbids something, and press it. Random presses come there
 * too seldom for a run that has to be short; they go on from where an opening ends. A table.
 */
import fc from "fast-check";
import { MANAGERS } from "../cast.ts";
import { type Chosen, type Command, Pass, Presses } from "../commands.ts";
import type { PackName } from "../model/pack.ts";
import { DAY } from "./choose.ts";
import { decidedBy, drafted, letterOut, reported, sent, taken } from "./directed.ts";

export type Opening = {
  readonly name: string;
  /** What the product has to have answered, or the opening no longer comes where it should. */
  readonly reaches: readonly string[];
  readonly commands: fc.Arbitrary<readonly Command[]>;
  /** Both where nothing is said. */
  readonly only?: PackName;
};

const press = (...presses: Chosen[]): Command => new Presses(presses);
const pass = (days: number): Command => new Pass(days * DAY);
const manager = fc.constantFrom(...MANAGERS);
const anyKind = fc.constantFrom("named_officer" as const, "no_email" as const);

export const OPENINGS: readonly Opening[] = [
  {
    name: "from nothing",
    reaches: [],
    commands: fc.constant([]),
  },
  {
    name: "a senior reported it, another was affected, a third is complained about",
    reaches: ["decide: own-report", "decide: own-harm", "decide: complained-about", "decide: accepted"],
    commands: fc
      .record({ by: manager, kind: anyKind })
      .map(({ by, kind }) => [
        press(
          reported({ by: "d.okafor", affected: ["m.lindqvist"] }),
          drafted(by, { kind, complainedAbout: ["m.frost"] }),
          sent(),
          ...["d.okafor", "m.lindqvist", "m.frost", "e.ward"].map((who) => decidedBy(who, "approve")),
        ),
      ]),
  },
  {
    name: "its proposer is a senior too",
    reaches: ["decide: own-proposal", "decide: accepted"],
    commands: manager.map((by) => [
      press(
        () => ({ do: "staff", person: by, status: "active", roles: ["service_manager", "senior_officer"] }),
        () => ({ do: "staff", person: "e.ward", status: "absent", roles: ["executive"] }),
        reported({ affected: ["d.okafor", "m.frost"] }),
        drafted(by, {}),
        sent(),
        decidedBy(by, "approve"),
        decidedBy(0, "approve"),
      ),
    ]),
  },
  {
    name: "whoever was asked is away when they press",
    reaches: ["decide: not-present", "decide: accepted"],
    commands: fc.tuple(manager, fc.constantFrom("m.lindqvist", "e.ward")).map(([by, instead]) => [
      press(
        reported({}),
        drafted(by, {}),
        sent(),
        () => ({ do: "delegate", from: "m.frost", to: instead, inDays: 0, days: 2 }),
        decidedBy("m.frost", "approve"),
        () => ({ do: "staff", person: "d.okafor", status: "absent", roles: ["senior_officer"] }),
        decidedBy("d.okafor", "approve"),
        decidedBy(instead, "approve"),
      ),
    ]),
  },
  {
    name: "an executive has an interest after they approved",
    reaches: ["interest: accepted", "decide: declared-interest", "decide: accepted"],
    commands: fc.record({ by: manager, first: fc.nat(1) }).map(({ by, first }) => {
      const executives = first === 0 ? ["m.frost", "e.ward"] : ["e.ward", "m.frost"];
      const [one = "", other = ""] = executives;
      return [
        press(
          reported({}),
          drafted(by, { kind: "all_contact" }),
          () => ({ do: "staff", person: "m.lindqvist", status: "active", roles: ["executive"] }),
          sent(),
          decidedBy(one, "approve"),
          (world) => ({ do: "interest", by: one, proposal: world.proposals.length - 1 }),
          decidedBy(one, "approve"),
          decidedBy(other, "approve"),
          decidedBy("m.lindqvist", "approve"),
        ),
      ];
    }),
  },
  {
    name: "returned with a question, and sent again",
    reaches: ["decide: accepted", "send: questions-open", "send: accepted", "decide: card-too-old"],
    commands: fc
      .record({ by: manager, kind: anyKind })
      .map(({ by, kind }) => [
        press(
          reported({}),
          drafted(by, { kind }),
          sent(),
          decidedBy(0, "return"),
          sent(false),
          sent(),
          decidedBy(0, "return"),
          drafted(by, { kind, short: true }),
          sent(false),
          decidedBy(0, "approve", true),
          decidedBy(0, "approve"),
        ),
      ]),
  },
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
        taken(by, { step: "warning", earlier: 40 }),
        letterOut(),
      ),
      pass(370),
      press(reported({ customer: "C-1043" }), drafted(by, { earlier: {} })),
    ]),
  },
];
