import { describe, expect, it } from "vitest";
import type { Officer } from "../../../src/policy/staff/officer.ts";
import { lineOf, standIn } from "../../../src/policy/staff/stand-in.ts";
import { safetyChain, triageOfficer } from "../../../src/policy/staff/who-hears.ts";
import { anOfficer } from "./some-staff.ts";

/** Pat reports from Housing; Mel manages it, Dee deputises, Sol is above both, Exe above all. */
function housing(change: Record<string, Partial<Officer>> = {}): Officer[] {
  return [
    anOfficer("pat", { service: "Housing", lineManager: "lin", ...change["pat"] }),
    anOfficer("lin", { service: "Housing", lineManager: "mel", ...change["lin"] }),
    anOfficer("mel", {
      service: "Housing",
      roles: ["service_manager"],
      deputy: "dee",
      lineManager: "sol",
      ...change["mel"],
    }),
    anOfficer("dee", { service: "Housing", lineManager: "mel", ...change["dee"] }),
    anOfficer("sol", { service: "Corporate", roles: ["senior_officer"], lineManager: "exe", ...change["sol"] }),
    anOfficer("exe", { service: "Corporate", roles: ["executive"], ...change["exe"] }),
  ];
}

const AWAY = { status: "absent" } as const;

describe("who looks at a report first", () => {
  it.each<[string, Record<string, Partial<Officer>>, string, string]>([
    ["the service manager", {}, "mel", "service_manager"],
    ["else their deputy", { mel: AWAY }, "dee", "deputy"],
    ["else the deputy's deputy", { mel: AWAY, dee: { ...AWAY, deputy: "sol" } }, "sol", "deputy"],
    ["else the reporter's line manager", { mel: AWAY, dee: AWAY }, "lin", "line_manager"],
    ["else the next in the line", { mel: AWAY, dee: AWAY, lin: AWAY }, "sol", "line_manager"],
    [
      "the deputy of a manager without a linked account is not asked, the line is",
      { mel: { linked: false }, dee: AWAY },
      "lin",
      "line_manager",
    ],
  ])("%s", (_, change, id, as) => {
    expect(triageOfficer(housing(change), "Housing", "pat")).toMatchObject({ code: "found", officer: { id }, as });
  });

  it("an unknown service goes to the line manager", () => {
    expect(triageOfficer(housing(), null, "pat")).toMatchObject({ officer: { id: "lin" }, as: "line_manager" });
  });

  it("nobody there: the register team takes it", () => {
    expect(triageOfficer([anOfficer("pat")], "Housing", "pat")).toEqual({ code: "nobody" });
  });
});

describe("who is told of a serious threat, in order", () => {
  it.each<[string, Record<string, Partial<Officer>>, string[]]>([
    ["manager, deputy, then the line", {}, ["mel", "dee", "lin", "sol", "exe"]],
    ["the manager is away", { mel: AWAY }, ["dee", "lin", "sol", "exe"]],
    ["manager and deputy are away", { mel: AWAY, dee: AWAY }, ["lin", "sol", "exe"]],
    ["an account that is not linked cannot be reached", { mel: { linked: false } }, ["dee", "lin", "sol", "exe"]],
    [
      "deputies who stand in for each other end the search",
      { mel: AWAY, dee: { ...AWAY, deputy: "mel" } },
      ["lin", "sol", "exe"],
    ],
    ["a line that turns back ends", { exe: { lineManager: "mel" } }, ["mel", "dee", "lin", "sol", "exe"]],
  ])("%s", (_, change, chain) => {
    expect(safetyChain(housing(change), "Housing", "pat").map(({ id }) => id)).toEqual(chain);
  });

  it("a manager who reports is not told by their own report", () => {
    expect(safetyChain(housing(), "Housing", "mel").map(({ id }) => id)).toEqual(["dee", "sol", "exe"]);
  });
});

describe("standing in", () => {
  it("nobody, when the chain ends with somebody away", () => {
    const staff = [anOfficer("a", { ...AWAY, deputy: "b" }), anOfficer("b", AWAY)];
    expect(staff.map((officer) => standIn(staff, officer))).toEqual([undefined, undefined]);
  });

  it("somebody who manages themselves has no line", () => {
    const own = anOfficer("a", { lineManager: "a" });
    expect(lineOf([own], own)).toEqual([]);
  });
});
