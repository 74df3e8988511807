import { describe, expect, it } from "vitest";
import { approverNeeds, carriesAuthority } from "../../../src/policy/packs/approver-needs.ts";
import { PERSISTENT } from "./known-packs.ts";

const SHAPE = { kinds: ["no_email"], reach: "services", months: 6 } as const;

describe("who has to decide", () => {
  it("one senior officer, two asked", () => {
    expect(approverNeeds(SHAPE, PERSISTENT)).toEqual({ role: "senior_officer", quorum: 1, asks: 2 });
  });

  it("two executives for no contact at all, also when it comes with something milder", () => {
    const shape = { ...SHAPE, kinds: ["no_email", "all_contact"] } as const;
    expect(approverNeeds(shape, PERSISTENT)).toEqual({ role: "executive", quorum: 2, asks: 3 });
  });

  it("a rule for long or organisation-wide restrictions counts only for these", () => {
    const [rule] = PERSISTENT.approvers;
    if (!rule) throw new Error("no rule");
    const strict = {
      ...rule,
      scopes: ["organisation" as const],
      longerThanMonths: 6,
      quorum: { value: 3, assumed: true as const },
    };
    const pack = { ...PERSISTENT, approvers: [...PERSISTENT.approvers, strict] };
    expect(approverNeeds({ ...SHAPE, reach: "organisation", months: 7 }, pack).quorum).toBe(3);
    expect(approverNeeds({ ...SHAPE, reach: "organisation", months: 6 }, pack).quorum).toBe(1);
    expect(approverNeeds({ ...SHAPE, reach: "services", months: 7 }, pack).quorum).toBe(1);
  });

  it("an executive may decide what a senior officer may, not the other way round", () => {
    expect(carriesAuthority(["executive"], "senior_officer")).toBe(true);
    expect(carriesAuthority(["senior_officer"], "executive")).toBe(false);
    expect(carriesAuthority(["register_team", "administrator"], "service_manager")).toBe(false);
  });
});
