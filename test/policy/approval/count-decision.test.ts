import { describe, expect, it } from "vitest";
import { countDecision, needsReason, type Press } from "../../../src/policy/approval/count-decision.ts";
import { asDecider } from "../../../src/policy/approval/may-decide.ts";
import { mayMove } from "../../../src/policy/approval/moves.ts";
import { proposalClock } from "../../../src/policy/approval/proposal-clock.ts";
import { onShortRoad } from "../../../src/policy/ladder/bypass.ts";
import { PROPOSAL_STATES } from "../../../src/policy/vocabulary.ts";
import { PERSISTENT, UNACCEPTABLE } from "../packs/known-packs.ts";
import { anOfficer } from "../staff/some-staff.ts";
import { aSubmittedProposal } from "./some-proposals.ts";

const AT = new Date("2026-03-03T14:15Z");

function press(id: string, change: Partial<Press> = {}): Press {
  const officer = asDecider(anOfficer(id, { roles: ["executive"] }), []);
  return { officer, verdict: "approve", reason: null, at: AT, version: 3, ...change };
}

const TWO_NEEDED = { kinds: ["all_contact" as const] };
const APPROVED_BY_EXE = { by: "exe", seat: "exe", verdict: "approve", reason: null, at: AT } as const;

describe("one press on an approval card", () => {
  it("approves, when one has to", () => {
    const decided = countDecision(aSubmittedProposal(), press("exe"), PERSISTENT);
    expect(decided).toEqual({ code: "counted", state: "approved", decisions: [APPROVED_BY_EXE], stillNeeded: 0 });
  });

  it("waits for the second, when two have to", () => {
    const first = countDecision(aSubmittedProposal(TWO_NEEDED), press("exe"), PERSISTENT);
    expect(first).toMatchObject({ code: "counted", state: "submitted", stillNeeded: 1 });

    const proposal = aSubmittedProposal({ ...TWO_NEEDED, decisions: [APPROVED_BY_EXE] });
    expect(countDecision(proposal, press("lee"), PERSISTENT)).toMatchObject({ state: "approved", stillNeeded: 0 });
  });

  it("counts a person once, in whichever chat they press", () => {
    const proposal = aSubmittedProposal({ ...TWO_NEEDED, decisions: [APPROVED_BY_EXE] });
    expect(countDecision(proposal, press("exe"), PERSISTENT)).toEqual({
      code: "decided-before",
      decision: APPROVED_BY_EXE,
    });
  });

  it.each([
    ["return", "returned"],
    ["reject", "rejected"],
  ] as const)("one %s closes it, also after an approval", (verdict, state) => {
    const proposal = aSubmittedProposal({ ...TWO_NEEDED, decisions: [APPROVED_BY_EXE] });
    const decided = countDecision(proposal, press("lee", { verdict, reason: " Ask Benefits first. " }), PERSISTENT);
    expect(decided).toMatchObject({
      code: "counted",
      state,
      decisions: [APPROVED_BY_EXE, { by: "lee", reason: "Ask Benefits first." }],
    });
  });

  it.each(["return", "reject"] as const)("%s needs a reason", (verdict) => {
    expect(countDecision(aSubmittedProposal(), press("exe", { verdict, reason: "  " }), PERSISTENT)).toEqual({
      code: "reason-missing",
    });
  });

  it("approval needs the senior officer's reason when the warning was left out for vexatious behaviour", () => {
    expect(needsReason({ bypass: "vexatious" }, { verdict: "approve" }, UNACCEPTABLE)).toBe(true);
    expect(needsReason({ bypass: "serious_threat" }, { verdict: "approve" }, UNACCEPTABLE)).toBe(false);
    expect(needsReason({ bypass: null }, { verdict: "approve" }, UNACCEPTABLE)).toBe(false);
  });

  it("a card from before a change is refused", () => {
    expect(countDecision(aSubmittedProposal(), press("exe", { version: 2 }), PERSISTENT)).toEqual({
      code: "card-too-old",
      version: 3,
    });
  });

  it("a late press is told who decided and when", () => {
    const proposal = aSubmittedProposal({ state: "approved", decisions: [APPROVED_BY_EXE] });
    expect(countDecision(proposal, press("lee"), PERSISTENT)).toEqual({
      code: "closed",
      state: "approved",
      decisions: [APPROVED_BY_EXE],
    });
  });

  it("the right to decide is read at the press", () => {
    expect(countDecision(aSubmittedProposal(), press("mel"), PERSISTENT)).toEqual({ code: "own-proposal" });
  });
});

describe("states of a proposal", () => {
  it.each([
    ["draft", "submitted withdrawn"],
    ["submitted", "returned approved rejected expired withdrawn superseded"],
    ["returned", "submitted withdrawn"],
    ["approved", ""],
    ["rejected", ""],
    ["expired", "submitted withdrawn"],
    ["withdrawn", ""],
    ["superseded", ""],
  ] as const)("%s may become: %s", (from, to) => {
    expect(PROPOSAL_STATES.filter((state) => mayMove(from, state)).join(" ")).toBe(to);
  });
});

describe("the clock of an open proposal", () => {
  const LONDON = { timeZone: "Europe/London", holidays: new Set<string>() };
  const friday = new Date("2026-03-06T15:00Z");

  it("runs in working hours: 1, 2 and 5 working days", () => {
    expect(proposalClock({ submittedAt: friday, bypass: null }, PERSISTENT, LONDON)).toEqual({
      remindAt: new Date("2026-03-09T15:00Z"),
      escalateAt: new Date("2026-03-10T15:00Z"),
      expireAt: new Date("2026-03-13T15:00Z"),
    });
  });

  it("runs in working hours on the short road too where the pack says so", () => {
    const shortRoad = {
      ...UNACCEPTABLE.shortRoad,
      clocks: { value: "working_hours" as const, assumed: true as const },
    };
    const sent = { submittedAt: friday, bypass: "serious_threat" };
    expect(proposalClock(sent, { ...UNACCEPTABLE, shortRoad }, LONDON).remindAt).toEqual(new Date("2026-03-09T15:00Z"));
  });

  it("runs day and night on the short road: the same 8, 16 and 40 hours without a stop", () => {
    expect(onShortRoad("serious_threat", UNACCEPTABLE)).toBe(true);
    expect(proposalClock({ submittedAt: friday, bypass: "serious_threat" }, UNACCEPTABLE, LONDON)).toEqual({
      remindAt: new Date("2026-03-06T23:00Z"),
      escalateAt: new Date("2026-03-07T07:00Z"),
      expireAt: new Date("2026-03-08T07:00Z"),
    });
  });
});
