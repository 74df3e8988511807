/** CASEWORK section 4: a pack in which nobody could approve is caught when it is put in force. */
import { describe, expect, it } from "vitest";
import { approvalGaps } from "../../../src/policy/packs/who-could-approve.ts";
import type { Officer } from "../../../src/policy/staff/officer.ts";
import { anOfficer } from "../staff/some-staff.ts";
import { PERSISTENT, REASONABLE } from "./known-packs.ts";

const EXE = anOfficer("exe", { roles: ["executive"] });
const EVE = anOfficer("eve", { roles: ["executive"] });
const SOL = anOfficer("sol", { roles: ["senior_officer"] });

const needed = (staff: readonly Officer[], pack = PERSISTENT) =>
  approvalGaps(pack, staff).map(({ role, quorum, present }) => `${quorum} ${role}, ${present} present`);

describe("what nobody could approve", () => {
  it("nothing, with two executives, who may also do what a senior officer may", () => {
    expect(approvalGaps(PERSISTENT, [EXE, EVE])).toEqual([]);
  });

  it("no contact at all, with one executive", () => {
    expect(approvalGaps(PERSISTENT, [EXE, SOL])).toEqual([
      { role: "executive", quorum: 2, asks: 3, kinds: ["all_contact"], present: 1 },
    ]);
  });

  it("anything, with nobody", () => {
    expect(needed([anOfficer("max", { roles: ["service_manager"] })])).toEqual([
      "1 senior_officer, 0 present",
      "2 executive, 0 present",
    ]);
  });

  it.each<[string, Partial<Officer>]>([
    ["is away without a deputy", { status: "absent" }],
    ["has left", { status: "left" }],
    ["has no linked account", { linked: false }],
  ])("an executive who %s does not count", (_, facts) => {
    expect(needed([EXE, { ...EVE, ...facts }, SOL])).toEqual(["2 executive, 1 present"]);
  });

  it("whoever stands in for one who is away counts", () => {
    expect(needed([EXE, { ...EVE, status: "absent", deputy: "dee" }, anOfficer("dee")])).toEqual([]);
  });

  it("is found also where more people are needed only when it is long and for the whole organisation", () => {
    expect(needed([EXE, EVE, SOL], REASONABLE)).toEqual([]);
    expect(needed([EVE, SOL], REASONABLE)).toEqual(["3 senior_officer, 2 present", "2 executive, 1 present"]);
  });
});
