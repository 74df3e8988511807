/** CASEWORK section 1, "proposal: service manager or senior officer": what a card offers, and who of senior staff gets a report. */
import { describe, expect, it } from "vitest";
import { asDecider } from "../../../src/policy/approval/may-decide.ts";
import { openTo } from "../../../src/policy/ladder/open-to.ts";
import { nearestSenior } from "../../../src/policy/ladder/senior-staff.ts";
import type { Pack } from "../../../src/policy/packs/pack.ts";
import type { Officer } from "../../../src/policy/staff/officer.ts";
import { PERSISTENT, REASONABLE, UNACCEPTABLE } from "../packs/known-packs.ts";
import { anOfficer } from "../staff/some-staff.ts";

const SENIOR = ["senior_officer"] as const;
const MEL = anOfficer("mel", { service: "Housing", roles: ["service_manager"], lineManager: "una" });
const UNA = anOfficer("una", { roles: SENIOR, lineManager: "vic" });
const VIC = anOfficer("vic", { roles: SENIOR });
const AMY = anOfficer("amy", { roles: SENIOR });
const EXE = anOfficer("exe", { roles: ["executive"] });
const PAT = anOfficer("pat", { service: "Housing" });
const REG = anOfficer("reg", { roles: ["register_team"] });
const STAFF = [AMY, EXE, MEL, PAT, REG, UNA, VIC];

/** A pack whose ladder is the manager's alone. */
const MANAGERS_ONLY: Pack = { ...UNACCEPTABLE, proposedBy: { ...UNACCEPTABLE.proposedBy, value: ["service_manager"] } };

describe("what the card of a report offers", () => {
  const offered = (officer: Officer, pack: Pack, triageOfficerId: string | null = "mel", staff = STAFF) => {
    const about = { service: "Housing", metBy: ["pat"], triageOfficerId };
    return openTo(asDecider(officer, staff), { about, pack, staff })?.join(" ") ?? null;
  };

  it.each<[string, Officer, Pack, string | null]>([
    ["the manager, under the first policy", MEL, PERSISTENT, "advice warning proposal give"],
    ["the manager, under the second", MEL, UNACCEPTABLE, "warning proposal give"],
    ["the manager, where a senior officer writes the warning", MEL, REASONABLE, "advice proposal give"],
    ["the manager, where the pack gives senior staff no rung", MEL, MANAGERS_ONLY, "warning proposal"],
    ["the register team", REG, PERSISTENT, "give"],
    ["a senior who does not have it", UNA, PERSISTENT, null],
    ["whoever reported it", PAT, PERSISTENT, null],
  ])("%s", (_, officer, pack, buttons) => {
    expect(offered(officer, pack)).toBe(buttons);
  });

  it("the senior who has it, and the manager who gave it: it is given once", () => {
    expect(offered(UNA, REASONABLE, "una")).toBe("advice warning proposal");
    expect(offered(MEL, REASONABLE, "una")).toBe("advice proposal");
  });

  it.each<[string, Partial<Officer>, string]>([
    ["away, and nobody stands in", { status: "absent" }, "advice proposal give"],
    ["away, and somebody stands in", { status: "absent", deputy: "amy" }, "advice proposal"],
    ["away, and whoever stands in is no senior but for them", { status: "absent", deputy: "pat" }, "advice proposal"],
    ["gone", { status: "left" }, "advice proposal give"],
    ["gone, with a deputy from before", { status: "left", deputy: "amy" }, "advice proposal give"],
    ["without an account", { linked: false }, "advice proposal give"],
  ])("the manager, once the senior who has it is %s", (_, change, buttons) => {
    const staff = STAFF.map((one) => (one === UNA ? { ...UNA, ...change } : one));
    expect(offered(MEL, REASONABLE, "una", staff)).toBe(buttons);
  });
});

describe("who of senior staff gets a report from the manager", () => {
  const gets = (staff: readonly Officer[], { by = "mel", metBy = ["pat"], pack = REASONABLE } = {}) =>
    nearestSenior(staff, { by, metBy, pack })?.id;
  const without = (...gone: readonly Officer[]) => STAFF.filter((officer) => !gone.includes(officer));

  it.each<[string, string | undefined, string | undefined]>([
    ["the nearest in their line", gets(STAFF), "una"],
    ["the next in their line, when the nearest was there", gets(STAFF, { metBy: ["pat", "una"] }), "vic"],
    ["the first by name out of the line", gets(without(UNA, VIC)), "amy"],
    ["from the register team, the first by name", gets(STAFF, { by: "reg" }), "amy"],
    ["the next, when the nearest has no account", gets([...without(UNA), { ...UNA, linked: false }]), "vic"],
    [
      "whoever stands in for the nearest",
      gets([...without(UNA, PAT), { ...UNA, status: "absent", deputy: "pat" }, PAT], { metBy: [] }),
      "pat",
    ],
    ["nobody, when only those are there to whom the pack gives nothing", gets([MEL, PAT, REG, EXE]), undefined],
    ["nobody, where the ladder is the manager's alone", gets(STAFF, { pack: MANAGERS_ONLY }), undefined],
  ])("%s", (_, found, wanted) => {
    expect(found).toBe(wanted);
  });
});
