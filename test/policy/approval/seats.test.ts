/** Somebody away and whoever stands in for them decide from one seat: the quorum counts it once. */
import { describe, expect, it } from "vitest";
import { approvalsNeeded, countDecision } from "../../../src/policy/approval/count-decision.ts";
import { asDecider } from "../../../src/policy/approval/may-decide.ts";
import type { Decision, ProposalRecord } from "../../../src/policy/approval/open-proposal.ts";
import { approvalsCounted } from "../../../src/policy/approval/seats.ts";
import { stillDecidable } from "../../../src/policy/approval/still-decidable.ts";
import type { Officer } from "../../../src/policy/staff/officer.ts";
import { PERSISTENT } from "../packs/known-packs.ts";
import { anOfficer } from "../staff/some-staff.ts";
import { aSubmittedProposal } from "./some-proposals.ts";

const AT = new Date("2026-03-03T14:15Z");
const EXECUTIVE = { roles: ["executive"] } as const;
/** Two executives have to approve. Dee is a plain officer, and the deputy of both. */
const ANN = anOfficer("ann", { ...EXECUTIVE, deputy: "dee" });
const BOB = anOfficer("bob", { ...EXECUTIVE, deputy: "dee" });
const DEE = anOfficer("dee");
const away = (officer: Officer): Officer => ({ ...officer, status: "absent" });

const decision = (by: string, seat = by, minute = 0): Decision => ({
  by,
  seat,
  verdict: "approve",
  reason: null,
  at: new Date(AT.getTime() + minute * 60_000),
});
const waiting = (decisions: readonly Decision[] = [], change: Partial<ProposalRecord> = {}) =>
  aSubmittedProposal({ kinds: ["all_contact"], decisions, ...change });

function press(by: string, staff: Officer[], proposal: ProposalRecord) {
  const officer = staff.find(({ id }) => id === by) ?? anOfficer(by);
  const pressed = { officer: asDecider(officer, staff), verdict: "approve", reason: null, at: AT, version: 3 } as const;
  const outcome = countDecision(proposal, pressed, PERSISTENT);
  if (outcome.code === "counted") return { seat: outcome.decisions.at(-1)?.seat, stillNeeded: outcome.stillNeeded };
  return outcome.code === "decided-before" ? { before: outcome.decision.by } : outcome.code;
}

describe("one press, and the seat it is from", () => {
  it.each<[string, string, Officer[], Decision[], ReturnType<typeof press>]>([
    ["their own", "ann", [ANN, BOB, DEE], [], { seat: "ann", stillNeeded: 1 }],
    ["that of the one away", "dee", [away(ANN), BOB, DEE], [], { seat: "ann", stillNeeded: 1 }],
    ["of two away, the first by name", "dee", [away(BOB), away(ANN), DEE], [], { seat: "ann", stillNeeded: 1 }],
    [
      "their own, also where they stand in",
      "bob",
      [away({ ...ANN, deputy: "bob" }), BOB],
      [],
      { seat: "bob", stillNeeded: 1 },
    ],
    ["none: they are back, and it was used", "ann", [ANN, BOB, DEE], [decision("dee", "ann")], { before: "dee" }],
    ["none: who is away has approved", "dee", [away(ANN), BOB, DEE], [decision("ann")], { before: "ann" }],
    [
      "none: another stood in before",
      "eve",
      [away({ ...ANN, deputy: "eve" }), BOB, DEE, anOfficer("eve")],
      [decision("dee", "ann")],
      { before: "dee" },
    ],
    [
      "none: one person decides once, from whichever seat",
      "dee",
      [away(ANN), away(BOB), DEE],
      [decision("dee", "ann")],
      { before: "dee" },
    ],
    [
      "the other's, where one of the two away has approved",
      "dee",
      [away(ANN), away(BOB), DEE],
      [decision("ann")],
      { seat: "bob", stillNeeded: 0 },
    ],
    [
      "their own, where their delegate decided for the other",
      "ann",
      [ANN, BOB, DEE],
      [decision("dee", "bob")],
      { seat: "ann", stillNeeded: 0 },
    ],
    [
      "none, back, and standing in for the other",
      "ann",
      [ANN, away({ ...BOB, deputy: "ann" }), DEE],
      [decision("dee", "ann")],
      { before: "dee" },
    ],
  ])("%s", (_, by, staff, decisions, outcome) => {
    expect(press(by, staff, waiting(decisions))).toEqual(outcome);
  });

  it("is free again when what was approved from it does not count", () => {
    const decisions = [decision("dee", "ann")];
    const staff = [ANN, BOB, DEE];
    expect(press("ann", staff, waiting(decisions, { complainedAbout: ["dee"] }))).toEqual({
      seat: "ann",
      stillNeeded: 1,
    });
  });
});

describe("what counts", () => {
  it.each<[string, Decision[], Partial<ProposalRecord>, string[], number]>([
    ["two seats", [decision("dee", "ann"), decision("bob")], {}, ["dee", "bob"], 0],
    ["one seat twice: the earlier", [decision("ann", "ann", 5), decision("dee", "ann")], {}, ["dee"], 1],
    ["not from the seat of somebody with an interest", [decision("dee", "ann")], { declaredInterest: ["ann"] }, [], 2],
    ["not by somebody with a part, from whichever seat", [decision("dee", "ann")], { affected: ["dee"] }, [], 2],
  ])("%s", (_, decisions, change, by, needed) => {
    const proposal = waiting(decisions, change);
    expect(approvalsCounted(proposal).map((one) => one.by)).toEqual(by);
    expect(approvalsNeeded(proposal, PERSISTENT)).toBe(needed);
  });

  it("once it is approved, whatever is found out", () => {
    const proposal = waiting([decision("dee", "ann"), decision("bob")], {
      state: "approved",
      declaredInterest: ["ann"],
    });
    expect(approvalsCounted(proposal)).toHaveLength(2);
  });
});

describe("who may still decide", () => {
  it.each<[string, Officer[], Decision[], string[]]>([
    ["both executives, and not their deputy", [ANN, BOB, DEE], [], ["ann", "bob"]],
    ["the deputy in the place of one", [away(ANN), BOB, DEE], [], ["bob", "dee"]],
    ["not whoever is back, after their deputy", [ANN, BOB, DEE], [decision("dee", "ann")], ["bob"]],
    ["not the deputy, after whoever is away", [away(ANN), BOB, DEE], [decision("ann")], ["bob"]],
  ])("%s", (_, staff, decisions, may) => {
    expect(stillDecidable(waiting(decisions), staff, PERSISTENT).may).toEqual(may);
  });
});
