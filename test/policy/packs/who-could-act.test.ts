/** "a role nobody can fill": parts of a pack that nobody on the staff list could take. */
import { describe, expect, it } from "vitest";
import { roleGaps } from "../../../src/policy/packs/who-could-act.ts";
import type { Officer } from "../../../src/policy/staff/officer.ts";
import { anOfficer } from "../staff/some-staff.ts";
import { PERSISTENT, REASONABLE } from "./known-packs.ts";

const MAX = anOfficer("max", { roles: ["service_manager"] });
const EXE = anOfficer("exe", { roles: ["executive"] });
const PAT = anOfficer("pat");
const SOL = anOfficer("sol", { roles: ["social_work"] });
const REG = anOfficer("reg", { roles: ["register_team"] });

const missing = (staff: readonly Officer[], pack = PERSISTENT) => roleGaps(pack, staff).map(({ does }) => does);

describe("parts that nobody could take", () => {
  it("are none with an officer, a manager, an executive, a liaison and the register team", () => {
    expect(missing([PAT, MAX, EXE, SOL, REG])).toEqual([]);
  });

  it.each<[string, readonly Officer[], readonly string[]]>([
    ["the manager is not there", [PAT, EXE, SOL, REG], ["give the warning", "propose a restriction"]],
    [
      "the manager has no linked account",
      [PAT, { ...MAX, linked: false }, EXE, SOL, REG],
      ["give the warning", "propose a restriction"],
    ],
    [
      "the manager is away and somebody stands in",
      [{ ...PAT, id: "pat" }, { ...MAX, status: "absent", deputy: "pat" }, EXE, SOL, REG],
      [],
    ],
  ])("when %s", (_, staff, parts) => {
    expect(missing(staff)).toEqual(parts);
  });

  it("the question to Social Work, without a liaison", () => {
    expect(missing([PAT, MAX, EXE, REG])).toEqual(["answer the question to Social Work"]);
  });

  it.each<[string, readonly Officer[]]>([
    ["nobody is in it", []],
    [
      "the last of it is away: nobody stands in for a role that decides nothing",
      [{ ...REG, status: "absent", deputy: "pat" }],
    ],
    ["the last of it has left", [{ ...REG, status: "left" }]],
    ["the last of it has no linked account", [{ ...REG, linked: false }]],
  ])("what reaches nobody else, when of the register team %s", (_, team) => {
    const gap = { roles: ["register_team"], does: "see to reports, letters and alerts that reach nobody" };
    for (const pack of [PERSISTENT, REASONABLE])
      expect(roleGaps(pack, [PAT, MAX, EXE, SOL, ...team])).toContainEqual(gap);
  });

  it("go by the pack: here a senior officer writes the warning, and an executive may be on duty in their place", () => {
    expect(missing([PAT, MAX, EXE, SOL, REG], REASONABLE)).toEqual(["give the warning"]);
    expect(missing([PAT, MAX, SOL, REG], REASONABLE)).toEqual([
      "give the warning",
      "are on duty for the short road",
      "decide about council meetings and polling",
      "decide about a minor or somebody who lacks capacity",
    ]);
  });

  it("what the employee does is anybody's: whoever it happened to", () => {
    expect(missing([MAX, EXE, SOL, REG], REASONABLE)).toEqual(["give the warning"]);
    expect(
      missing(
        [
          { ...PAT, linked: false },
          { ...PAT, id: "vic", status: "left" },
        ],
        REASONABLE,
      ),
    ).toContain("give the advice");
  });
});
