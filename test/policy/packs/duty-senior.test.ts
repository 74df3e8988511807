import { describe, expect, it } from "vitest";
import { dutySenior } from "../../../src/policy/packs/duty-senior.ts";
import type { Officer } from "../../../src/policy/staff/officer.ts";
import { anOfficer } from "../staff/some-staff.ts";
import { PERSISTENT, REASONABLE, UNACCEPTABLE } from "./known-packs.ts";

const EXECUTIVE = { roles: ["executive"] } as const;
const SENIOR = { roles: ["senior_officer"] } as const;
const AWAY = { status: "absent" } as const;

describe("who is on duty for the short road", () => {
  it.each<[string, readonly Officer[], string | null, string | undefined]>([
    ["whom the organisation chose", [anOfficer("amy", EXECUTIVE), anOfficer("zoe", EXECUTIVE)], "zoe", "zoe"],
    [
      "whoever stands in for them while they are away",
      [anOfficer("amy", EXECUTIVE), anOfficer("zoe", { ...EXECUTIVE, ...AWAY, deputy: "dee" }), anOfficer("dee")],
      "zoe",
      "dee",
    ],
    [
      "the first by name with the role, when nobody stands in",
      [anOfficer("bob", EXECUTIVE), anOfficer("amy", EXECUTIVE), anOfficer("zoe", { ...EXECUTIVE, ...AWAY })],
      "zoe",
      "amy",
    ],
    [
      "the first by name, when nobody was chosen",
      [anOfficer("bob", EXECUTIVE), anOfficer("amy", EXECUTIVE)],
      null,
      "amy",
    ],
    [
      "not somebody who was chosen and has a lower role now",
      [anOfficer("zoe", SENIOR), anOfficer("amy", EXECUTIVE)],
      "zoe",
      "amy",
    ],
    ["not somebody whom no card reaches", [anOfficer("zoe", { ...EXECUTIVE, linked: false })], "zoe", undefined],
    ["nobody, when nobody has the role", [anOfficer("amy", SENIOR)], null, undefined],
  ])("%s", (_, staff, chosen, who) => {
    expect(dutySenior(staff, chosen, UNACCEPTABLE)?.id).toBe(who);
  });

  it("goes by the pack's role, or is nobody where the pack has no short road", () => {
    const staff = [anOfficer("amy", SENIOR)];
    expect(dutySenior(staff, null, REASONABLE)?.id).toBe("amy");
    expect(dutySenior([anOfficer("exe", EXECUTIVE)], "exe", PERSISTENT)).toBeUndefined();
  });
});
