/** CASEWORK section 3, "with a senior officer's written reason": without a warning, whoever the pack names approves it in writing. */
import { describe, expect, it } from "vitest";
import { approvalNeeds } from "../../../src/policy/approval/approval-needs.ts";
import { countDecision } from "../../../src/policy/approval/count-decision.ts";
import { asDecider, mayDecide } from "../../../src/policy/approval/may-decide.ts";
import { whoToAsk } from "../../../src/policy/approval/who-to-ask.ts";
import type { Pack } from "../../../src/policy/packs/pack.ts";
import { approvalGaps } from "../../../src/policy/packs/who-could-approve.ts";
import type { DecidingRole } from "../../../src/policy/vocabulary.ts";
import { UNACCEPTABLE } from "../packs/known-packs.ts";
import { anOfficer } from "../staff/some-staff.ts";
import { anOpenProposal, aSubmittedProposal } from "./some-proposals.ts";

/** The second policy, where the reason for vexatious behaviour is this role's to write. */
function writtenBy(reasonBy: DecidingRole | null): Pack {
  const value = UNACCEPTABLE.bypass.value.map((one) => (one.code === "vexatious" ? { ...one, reasonBy } : one));
  return { ...UNACCEPTABLE, bypass: { ...UNACCEPTABLE.bypass, value } };
}
const EXECUTIVES = writtenBy("executive");
const VEXATIOUS = { bypass: "vexatious" };

const SOL = anOfficer("sol", { roles: ["senior_officer"] });
const SUE = anOfficer("sue", { roles: ["senior_officer"] });
const EXE = anOfficer("exe", { roles: ["executive"] });
const STAFF = [SOL, SUE, EXE];

describe("who approves it without a warning", () => {
  it.each<[string, Pack, Parameters<typeof anOpenProposal>[0], DecidingRole]>([
    ["vexatious, written by a senior officer", UNACCEPTABLE, VEXATIOUS, "senior_officer"],
    ["vexatious, written by an executive", EXECUTIVES, VEXATIOUS, "executive"],
    [
      "vexatious, written by a lower role than decides anyhow",
      writtenBy("service_manager"),
      VEXATIOUS,
      "senior_officer",
    ],
    ["vexatious, written by nobody", writtenBy(null), VEXATIOUS, "senior_officer"],
    ["a serious threat, which needs no reason", EXECUTIVES, { bypass: "serious_threat" }, "senior_officer"],
    ["after a warning", EXECUTIVES, {}, "senior_officer"],
    [
      "no contact at all, which executives decide anyhow",
      UNACCEPTABLE,
      { ...VEXATIOUS, kinds: ["all_contact"] },
      "executive",
    ],
  ])("%s", (_, pack, proposal, role) => {
    expect(approvalNeeds(anOpenProposal(proposal), pack).role).toBe(role);
  });

  it("a senior officer is told that it takes an executive, and is not asked", () => {
    const proposal = anOpenProposal(VEXATIOUS);
    expect(mayDecide(proposal, asDecider(SOL, STAFF), EXECUTIVES)).toEqual({
      code: "role-too-low",
      needs: "executive",
    });
    expect(mayDecide(proposal, asDecider(EXE, STAFF), EXECUTIVES)).toBeUndefined();
    expect(whoToAsk(proposal, STAFF, EXECUTIVES).ask.map(({ id }) => id)).toEqual(["exe"]);
  });

  it("so is one who stands in for a senior officer; one who stands in for the executive approves", () => {
    const away = { status: "absent", deputy: "dee" } as const;
    const dee = anOfficer("dee");
    const may = (principal: typeof EXE) =>
      mayDecide(anOpenProposal(VEXATIOUS), asDecider(dee, [dee, principal]), EXECUTIVES);
    expect(may({ ...SOL, ...away })).toMatchObject({ code: "role-too-low" });
    expect(may({ ...EXE, ...away })).toBeUndefined();
  });

  it("three seniors with a reason each approve nothing; the executive does, in writing only", () => {
    const proposal = aSubmittedProposal(VEXATIOUS);
    const press = (officer: typeof EXE, reason: string | null) =>
      countDecision(
        proposal,
        { officer: asDecider(officer, STAFF), verdict: "approve", reason, at: new Date(0), version: proposal.version },
        EXECUTIVES,
      );
    expect(press(SOL, "Forty letters a week.")).toMatchObject({ code: "role-too-low", needs: "executive" });
    expect(press(EXE, " ")).toEqual({ code: "reason-missing" });
    expect(press(EXE, "Forty letters a week.")).toMatchObject({ code: "counted", state: "approved" });
  });
});

describe("a pack in which nobody could write it", () => {
  const gaps = (pack: Pack, staff = STAFF) =>
    approvalGaps(pack, staff).map(({ role, quorum, present, bypass }) => [bypass ?? "warned", quorum, role, present]);
  const WORDS = "the behaviour was particularly vexatious or unreasonable";

  it("is a gap that says without what", () => {
    const both = [SOL, SUE].map(({ id }) => anOfficer(id, { roles: ["executive"] }));
    expect(gaps(EXECUTIVES, both)).toEqual([]);
    expect(gaps(EXECUTIVES, [SOL])).toEqual([
      [WORDS, 1, "executive", 0],
      ["warned", 2, "executive", 0],
    ]);
    expect(gaps(UNACCEPTABLE, [SOL])).toEqual([["warned", 2, "executive", 0]]);
  });
});
