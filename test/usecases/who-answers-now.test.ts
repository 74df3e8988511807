/** 7.3.4: the named officer, and while they are away their deputy; the one of the decision before the staff list's. */
import { describe, expect, it } from "vitest";
import type { StaffMember } from "../../db/queries/staff.ts";
import { whoAnswersNow } from "../../src/usecases/who-answers-now.ts";
import { anOfficer } from "../policy/staff/some-staff.ts";

const member = (id: string, facts: Partial<StaffMember> = {}): StaffMember => ({
  ...anOfficer(id),
  service: "Housing",
  email: `${id}@northmoor.example`,
  extension: null,
  ...facts,
});
const email = (id: string) => `${id}@northmoor.example`;
const away = { status: "absent" } as const;

describe("who answers now", () => {
  it.each([
    ["the officer who is here", [member("priya", { deputy: "jo" }), member("jo")], {}, email("priya")],
    ["the deputy of one who is away", [member("priya", { ...away, deputy: "jo" }), member("jo")], {}, email("jo")],
    [
      "the deputy of the decision before the staff list's",
      [member("priya", { ...away, deputy: "jo" }), member("jo"), member("kim")],
      { deputy: email("kim") },
      email("kim"),
    ],
    ["nobody, without a deputy", [member("priya", away)], {}, undefined],
    ["nobody, when both are away", [member("priya", { ...away, deputy: "jo" }), member("jo", away)], {}, undefined],
    ["somebody outside the staff", [], { officer: "Harbour-Care-1" }, "Harbour-Care-1"],
  ])("is %s", (_, staff, named, answers) => {
    expect(whoAnswersNow(staff, { officer: email("priya"), ...named })).toBe(answers);
  });
});
