import { describe, expect, it } from "vitest";
import { asDecider } from "../../../src/policy/approval/may-decide.ts";
import type { Rung } from "../../../src/policy/ladder/continued.ts";
import { mayTake } from "../../../src/policy/ladder/may-take.ts";
import { PERSISTENT, UNACCEPTABLE } from "../packs/known-packs.ts";
import { anOfficer } from "../staff/some-staff.ts";

const STAFF = [
  anOfficer("pat", { service: "Housing" }),
  anOfficer("vic", { service: "Housing" }),
  anOfficer("lee", { service: "Housing" }),
  anOfficer("mel", { service: "Housing", roles: ["service_manager"] }),
  anOfficer("max", { service: "Parks", roles: ["service_manager"] }),
  anOfficer("abe", { service: "Housing", roles: ["service_manager"], status: "absent", deputy: "dee" }),
  anOfficer("dee", { service: "Parks" }),
  anOfficer("tri", { service: "Parks", status: "absent", deputy: "ian" }),
  anOfficer("ian", { service: "Parks" }),
  anOfficer("sol", { service: "Corporate", roles: ["senior_officer"] }),
  anOfficer("reg", { service: "Corporate", roles: ["register_team"] }),
];
const ABOUT = { service: "Housing", metBy: ["pat", "vic"], triageOfficerId: "tri" };

function who(rung: Rung, pack = PERSISTENT): string {
  const may = STAFF.filter((officer) => !mayTake(rung, asDecider(officer, STAFF), { about: ABOUT, pack }));
  return may.map(({ id }) => id).join(" ");
}

describe("who takes which rung", () => {
  it.each<[Rung, string]>([
    // 7.2.1 "The employee or service manager": who met it, the manager of that service, who stands in for them, or for
    // whom it was given to.
    ["advice", "pat vic mel dee ian"],
    // 7.2.2 "a service manager will write".
    ["warning", "mel dee ian"],
    ["proposal", "mel dee ian sol"],
  ])("%s: %s", (rung, may) => {
    expect(who(rung)).toBe(may);
  });

  it("whoever it was given to does it in the manager's place", () => {
    const given = asDecider(anOfficer("tri", { service: "Parks" }), []);
    expect(mayTake("warning", given, { about: ABOUT, pack: PERSISTENT })).toBeUndefined();
  });

  it("nobody advises where the policy goes without", () => {
    const officer = asDecider(anOfficer("mel", { service: "Housing", roles: ["service_manager"] }), STAFF);
    expect(mayTake("advice", officer, { about: ABOUT, pack: UNACCEPTABLE })).toEqual({ code: "not-in-policy" });
  });

  it("says which roles it takes, and in which service", () => {
    const officer = asDecider(anOfficer("max", { service: "Parks", roles: ["service_manager"] }), STAFF);
    expect(mayTake("warning", officer, { about: ABOUT, pack: PERSISTENT })).toEqual({
      code: "role-too-low",
      needs: ["service_manager"],
      service: "Housing",
    });
  });

  it("nobody does it while they are away", () => {
    const officer = asDecider(anOfficer("pat", { status: "absent" }), STAFF);
    expect(mayTake("advice", officer, { about: ABOUT, pack: PERSISTENT })).toEqual({ code: "not-present" });
  });
});
