/** 7.3.4: the named officer, and while they are away their deputy; and who reads the way left open under a ban on all contact. */
import { describe, expect, it } from "vitest";
import type { StaffMember } from "../../db/queries/staff.ts";
import { whoAnswersNow, whoReadsNow } from "../../src/usecases/who-answers-now.ts";
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

describe("who reads the way left open now", () => {
  const priya = (facts: Partial<StaffMember> = {}) => member("priya", { deputy: "jo", lineManager: "kim", ...facts });

  it.each([
    ["the reader who is here", [priya(), member("jo"), member("kim")], email("priya")],
    ["the deputy of one who is away", [priya(away), member("jo"), member("kim")], email("jo")],
    ["the deputy of one who has left", [priya({ status: "left" }), member("jo"), member("kim")], email("jo")],
    ["the line manager, when both are away", [priya(away), member("jo", away), member("kim")], email("kim")],
    ["the line manager, without a deputy", [priya({ ...away, deputy: null }), member("kim")], email("kim")],
    [
      "the next one up, when the line manager is away too",
      [priya({ ...away, deputy: null }), member("kim", { ...away, lineManager: "max" }), member("max")],
      email("max"),
    ],
    ["the register team, when nobody of them is here", [priya(away), member("jo", away), member("kim", away)], null],
  ])("is %s", (_, staff, reader) => {
    expect(whoReadsNow(staff, email("priya"))).toBe(reader);
    expect(whoReadsNow(staff, "Priya@Northmoor.Example")?.toLowerCase() ?? null).toBe(reader);
  });
});
