/** CASEWORK section 1, triage: "service manager of that service", or whoever does it in their place. */
import { describe, expect, it } from "vitest";
import { asDecider } from "../../../src/policy/approval/may-decide.ts";
import { mayTriage } from "../../../src/policy/staff/may-triage.ts";
import { anOfficer } from "./some-staff.ts";

const MANAGER = ["service_manager"] as const;
const STAFF = [
  anOfficer("mel", { service: "Housing", roles: MANAGER }),
  anOfficer("abe", { service: "Housing", roles: MANAGER, status: "absent", deputy: "bea" }),
  anOfficer("bea", { service: "Parks", status: "absent", deputy: "dee" }),
  anOfficer("dee", { service: "Parks" }),
  anOfficer("kim", { service: "Parks", roles: MANAGER, status: "absent", deputy: "lou" }),
  anOfficer("lou", { service: "Housing" }),
  anOfficer("max", { service: "Parks", roles: MANAGER }),
  anOfficer("pat", { service: "Housing" }),
  anOfficer("reg", { roles: ["register_team"] }),
  anOfficer("ria", { roles: ["register_team"], status: "absent", deputy: "pat" }),
  anOfficer("sol", { roles: ["senior_officer"] }),
  anOfficer("sue", { roles: ["senior_officer"], status: "absent", deputy: "tom" }),
  anOfficer("tom", { service: "Parks" }),
];

function who(triageOfficerId: string | null): string {
  const may = STAFF.filter((officer) => mayTriage(asDecider(officer, STAFF), { service: "Housing", triageOfficerId }));
  return may.map(({ id }) => id).join(" ");
}

describe("who may say what becomes of a report of Housing", () => {
  it.each<[string, string | null, string]>([
    // Dee stands in for Abe, by way of Bea. Lou of Housing stands in for the manager of Parks, whose service counts; Pat
    // for somebody of the register team, which is there as long as one of it is.
    ["in nobody's hands", null, "mel abe dee reg ria"],
    ["in those of a senior", "sol", "mel abe dee reg ria sol"],
    ["in those of a senior who is away", "sue", "mel abe dee reg ria sue tom"],
    ["in those of somebody who has gone from the list", "zed", "mel abe dee reg ria"],
  ])("%s", (_, triageOfficerId, may) => {
    expect(who(triageOfficerId)).toBe(may);
  });
});
