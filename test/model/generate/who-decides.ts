/** Openings: who may not decide, and what has to be answered first (CASEWORK section 4). A table. */
import fc from "fast-check";
import { MANAGERS } from "../cast.ts";
import { AtOnce } from "../commands.ts";
import type { World } from "../model/world.ts";
import { decidedBy, drafted, letterOut, reported, sent } from "./directed.ts";
import { type Opening, pass, press } from "./opening.ts";

const manager = fc.constantFrom(...MANAGERS);
/** Ways in which the newest proposal comes to its end, by somebody else than d.okafor. */
const CLOSES = [
  [(world: World) => ({ do: "withdraw" as const, by: world.proposals.at(-1)?.proposer ?? "", proposal: 1 })],
  [sent(), decidedBy(0, "reject")],
  [sent(), decidedBy(0, "approve")],
];
const anyKind = fc.constantFrom("named_officer" as const, "no_email" as const);

export const WHO_DECIDES: readonly Opening[] = [
  {
    name: "a senior reported it, another was affected, a third is complained about",
    reaches: [
      "draft: not-yours",
      "draft: role-too-low",
      "decide: own-report",
      "decide: own-harm",
      "decide: complained-about",
      "decide: role-too-low",
      "decide: accepted",
    ],
    commands: fc
      .record({ by: manager, kind: anyKind })
      .map(({ by, kind }) => [
        press(
          reported({ by: "d.okafor", affected: ["m.lindqvist"] }),
          drafted("s.hale", { kind }),
          drafted("r.byrne", { kind }),
          drafted(by, { kind, complainedAbout: ["m.frost"] }),
          sent(),
          ...["d.okafor", "m.lindqvist", "m.frost", "r.byrne", "e.ward"].map((who) => decidedBy(who, "approve")),
        ),
      ]),
  },
  {
    name: "a complaint outlives the proposal that carried it",
    reaches: ["decide: complained-about", "withdraw: accepted", "decide: accepted"],
    commands: fc.record({ by: manager, closes: fc.constantFrom(...CLOSES) }).map(({ by, closes }) => [
      press(
        reported({}),
        drafted(by, {}),
        sent(),
        reported({}),
        drafted(by, { complainedAbout: ["d.okafor"] }),
        ...closes,
        decidedBy("d.okafor", "approve", { proposal: 0 }),
        (world) => ({ do: "withdraw", by, proposal: world.proposals.length - 1 }),
      ),
      // Whoever begins another takes it back.
      pass(1),
      press(
        () => ({ do: "withdraw", by, proposal: 0 }),
        reported({}),
        drafted(by, {}),
        sent(),
        decidedBy("d.okafor", "approve"),
      ),
    ]),
  },
  {
    name: "one of two approved, a complaint named them, and it is taken back",
    reaches: ["decide: decided-before", "decide: accepted"],
    commands: manager.map((by) => [
      press(
        reported({}),
        drafted(by, { kind: "all_contact" }),
        sent(),
        decidedBy("m.frost", "approve"),
        reported({}),
        drafted(by, { complainedAbout: ["m.frost"] }),
        decidedBy("m.frost", "approve", { proposal: 0 }),
        decidedBy("e.ward", "approve", { proposal: 0 }),
        // The same draft without it.
        drafted(by, {}),
        decidedBy("m.frost", "approve", { proposal: 0 }),
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
    name: "an executive and whoever stood in for them are one of the two who must approve",
    reaches: ["decide: accepted", "decide: decided-before", "at once letter-sent: accepted"],
    commands: fc
      .record({ by: manager, instead: fc.constantFrom("d.okafor", "p.shah") })
      .map(({ by, instead }) => [
        press(
          reported({}),
          drafted(by, { kind: "all_contact" }),
          () => ({ do: "delegate", from: "m.frost", to: instead, inDays: 0, days: 1 }),
          sent(),
          decidedBy(instead, "approve"),
        ),
        pass(1),
        press(decidedBy("m.frost", "approve"), decidedBy("e.ward", "approve")),
        new AtOnce([letterOut(), letterOut()]),
      ]),
  },
  {
    name: "an executive approves, goes away, and their delegate is no second one",
    reaches: ["decide: accepted", "decide: decided-before"],
    commands: fc
      .record({ by: manager, instead: fc.constantFrom("d.okafor", "p.shah") })
      .map(({ by, instead }) => [
        press(
          reported({}),
          drafted(by, { kind: "all_contact" }),
          sent(),
          decidedBy("m.frost", "approve"),
          () => ({ do: "delegate", from: "m.frost", to: instead, inDays: 0, days: 2 }),
          decidedBy(instead, "approve"),
          decidedBy("e.ward", "approve"),
        ),
      ]),
  },
  {
    name: "an executive approves twice, and then has an interest",
    reaches: ["decide: decided-before", "interest: accepted", "decide: declared-interest", "decide: accepted"],
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
    name: "whoever was asked first has an interest, and another is asked",
    reaches: ["interest: accepted", "decide: accepted"],
    commands: manager.map((by) => [
      press(
        reported({}),
        drafted(by, {}),
        sent(),
        (world) => ({ do: "interest", by: "d.okafor", proposal: world.proposals.length - 1 }),
        decidedBy(1, "approve"),
      ),
    ]),
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
          decidedBy(0, "approve", { oldCard: true }),
          decidedBy(0, "approve"),
        ),
      ]),
  },
  {
    name: "two press at the same moment",
    reaches: ["at once decide: accepted", "at once decide: closed", "at once letter-sent: already-recorded"],
    commands: fc
      .tuple(manager, fc.constantFrom("approve" as const, "reject" as const))
      .map(([by, verdict]) => [
        press(reported({}), drafted(by, { kind: "all_contact" }), sent()),
        new AtOnce([decidedBy("m.frost", "approve"), decidedBy("e.ward", "approve")]),
        new AtOnce([letterOut(), letterOut()]),
        press(reported({}), drafted(by, {}), sent()),
        new AtOnce([decidedBy(0, "approve"), decidedBy(1, verdict)]),
      ]),
  },
];
