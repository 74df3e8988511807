import { describe, expect, it } from "vitest";
import { asDecider } from "../../../src/policy/approval/may-decide.ts";
import { type Sending, sendProposal } from "../../../src/policy/approval/send.ts";
import { howToChange, refuseWithdrawal } from "../../../src/policy/approval/withdraw.ts";
import type { GateResult } from "../../../src/policy/gates/gate.ts";
import { PROPOSAL_STATES, type ProposalState } from "../../../src/policy/vocabulary.ts";
import { anOfficer } from "../staff/some-staff.ts";
import { aSubmittedProposal } from "./some-proposals.ts";

const AT = new Date("2026-03-03T14:15Z");
const RETURNED = { by: "sol", seat: "sol", verdict: "return", reason: "Was Benefits asked?", at: AT } as const;
const gate = (code: "pass" | "open" | "ask"): GateResult =>
  code === "ask"
    ? { code, gate: "scope", source: "7.3", question: "Why?" }
    : { code, gate: "social_work", source: "paragraph 6", words: "asked" };

function send(
  change: Partial<Parameters<typeof sendProposal>[0]> = {},
  sending: Partial<Sending> = {},
  gates: GateResult[] = [gate("pass")],
) {
  const proposal = { ...aSubmittedProposal({ state: "draft", version: 3 }), returnedAt: null, ...change };
  return sendProposal(proposal, { by: "mel", version: 3, answer: null, ...sending }, gates);
}

describe("sending a proposal to the seniors", () => {
  it("takes it a version on, so that older cards are refused", () => {
    expect(send()).toEqual({ code: "sent", state: "submitted", version: 4, decisions: [] });
  });

  it.each<[ProposalState, string]>([
    ["draft", "sent"],
    ["submitted", "closed"],
    ["returned", "sent"],
    ["approved", "closed"],
    ["rejected", "closed"],
    ["expired", "sent"],
    ["withdrawn", "closed"],
    ["superseded", "closed"],
  ])("%s: %s", (state, code) => {
    expect(send({ state }).code).toBe(code);
  });

  it("is refused to others, on what was not read back, and while a gate holds", () => {
    expect(send({}, { by: "max" })).toEqual({ code: "not-yours", proposedBy: "mel" });
    expect(send({}, { version: 2 })).toEqual({ code: "changed", version: 3 });
    expect(send({}, {}, [gate("pass"), gate("ask")]).code).toBe("gates");
    expect(send({}, {}, [gate("open")]).code).toBe("sent");
  });

  it("answers the questions with which it was returned, by a word or by a change", () => {
    const returned = { state: "returned" as const, decisions: [RETURNED], returnedAt: 3 };
    expect(send(returned)).toEqual({ code: "questions-open", questions: ["Was Benefits asked?"] });
    expect(send(returned, { answer: "Yes, on 2 March." })).toMatchObject({ code: "sent", decisions: [] });
    expect(send({ ...returned, version: 4 }, { version: 4 }).code).toBe("sent");
  });
});

describe("taking a proposal back, or changing it", () => {
  const mel = anOfficer("mel");
  const staff = [{ ...mel, status: "absent" as const, deputy: "dee" }, anOfficer("dee"), anOfficer("max")];
  const decider = (id: string) => asDecider(staff.find((officer) => officer.id === id) ?? mel, staff);

  it.each([
    ["draft", undefined, "in-place"],
    ["submitted", undefined, "supersede"],
    ["returned", undefined, "in-place"],
    ["expired", undefined, "in-place"],
    ["approved", "closed", "closed"],
    ["rejected", "closed", "closed"],
    ["withdrawn", "closed", "closed"],
    ["superseded", "closed", "closed"],
  ] as const)("%s: withdrawing is %s, changing is %s", (state, withdrawing, changing) => {
    const proposal = aSubmittedProposal({ state });
    expect(refuseWithdrawal(proposal, asDecider(mel, []), mel)?.code).toBe(withdrawing);
    expect(howToChange(proposal, asDecider(mel, [])).code).toBe(changing);
  });

  it("is the proposer's, or whoever's who stands in for them", () => {
    expect(refuseWithdrawal(aSubmittedProposal(), decider("dee"), mel)).toBeUndefined();
    expect(refuseWithdrawal(aSubmittedProposal(), decider("max"), mel)).toEqual({
      code: "not-yours",
      proposedBy: "mel",
    });
    expect(howToChange(aSubmittedProposal(), decider("max")).code).toBe("not-yours");
  });

  it("is the register team's to withdraw once its proposer has left, and nobody's to change", () => {
    const ray = asDecider(anOfficer("ray", { roles: ["register_team"] }), []);
    const left = { ...mel, status: "left" } as const;
    expect(refuseWithdrawal(aSubmittedProposal({ state: "returned" }), ray, left)).toBeUndefined();
    expect(refuseWithdrawal(aSubmittedProposal({ state: "approved" }), ray, left)?.code).toBe("closed");
    expect(refuseWithdrawal(aSubmittedProposal(), ray, { ...mel, status: "absent" })?.code).toBe("not-yours");
    expect(refuseWithdrawal(aSubmittedProposal(), decider("max"), left)?.code).toBe("not-yours");
    expect(howToChange(aSubmittedProposal(), ray).code).toBe("not-yours");
  });

  it("covers every state", () => {
    for (const state of PROPOSAL_STATES)
      expect(["in-place", "supersede", "closed"]).toContain(
        howToChange(aSubmittedProposal({ state }), asDecider(mel, [])).code,
      );
  });
});
