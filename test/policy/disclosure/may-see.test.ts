import { describe, expect, it } from "vitest";
import { type Reach, reachOf } from "../../../src/policy/disclosure/may-search.ts";
import { maySee } from "../../../src/policy/disclosure/may-see.ts";
import type { View, Viewer } from "../../../src/policy/disclosure/view.ts";
import { ROLES, type Role } from "../../../src/policy/vocabulary.ts";

const NOW = new Date("2026-03-03T12:00Z");
const DAY = 24 * 60 * 60 * 1_000;

function aViewer(roles: Role[], change: Partial<Viewer> = {}): Viewer {
  return { id: "me", roles, manages: roles.includes("service_manager") ? ["Housing"] : [], active: true, ...change };
}

function aProposal(change: Partial<Extract<View, { view: "proposal" }>> = {}): View {
  return {
    view: "proposal",
    services: ["Parks"],
    proposedBy: "mel",
    addressedTo: [],
    closedAt: null,
    now: NOW,
    ...change,
  };
}

const aCase = (services: string[], writtenReason: string | null = null): View => ({
  view: "case",
  services,
  writtenReason,
});

const EVERYBODY = "officer service_manager senior_officer executive register_team social_work auditor administrator";

/** Which roles see it, of somebody in Housing who has that role only. */
const TABLE: [string, View, string][] = [
  ["their own report", { view: "report", reportedBy: "me", service: "Parks" }, EVERYBODY],
  [
    "another's report, in their service",
    { view: "report", reportedBy: "pat", service: "Housing" },
    "service_manager register_team",
  ],
  ["another's report, elsewhere", { view: "report", reportedBy: "pat", service: "Parks" }, "register_team"],
  ["another's report, of no service", { view: "report", reportedBy: "pat", service: null }, "register_team"],
  ["an alert to them", { view: "alert", recipients: ["me"] }, EVERYBODY],
  ["an alert to somebody else", { view: "alert", recipients: ["pat"] }, "register_team"],
  ["how a customer may be dealt with", { view: "instruction" }, EVERYBODY],
  ["a case with an incident in their service", aCase(["Parks", "Housing"]), "service_manager register_team"],
  ["a case elsewhere", aCase(["Parks"]), "register_team"],
  ["a case, with a reason in writing", aCase(["Parks"], "Audit 7"), "register_team auditor"],
  [
    "a proposal addressed to them, in whatever service",
    aProposal({ addressedTo: ["me"] }),
    "service_manager senior_officer executive register_team",
  ],
  [
    "28 days after it closed",
    aProposal({ addressedTo: ["me"], closedAt: new Date(NOW.getTime() - 28 * DAY) }),
    "service_manager senior_officer executive register_team",
  ],
  [
    "29 days after it closed",
    aProposal({ addressedTo: ["me"], closedAt: new Date(NOW.getTime() - 29 * DAY) }),
    "register_team",
  ],
  ["a proposal addressed to somebody else", aProposal({ addressedTo: ["sol"] }), "register_team"],
  ["a proposal in their service", aProposal({ services: ["Housing"] }), "service_manager register_team"],
  ["a proposal of their own", aProposal({ proposedBy: "me" }), EVERYBODY],
  ["a social work question put to them", { view: "social_work_question", putTo: ["me"] }, "register_team social_work"],
  ["a social work question put to somebody else", { view: "social_work_question", putTo: ["kit"] }, "register_team"],
  ["the audit", { view: "audit" }, "register_team auditor"],
  ["the figures", { view: "figures" }, "register_team auditor"],
  ["accounts, roles and channels", { view: "accounts" }, "register_team administrator"],
];

describe("who may see what", () => {
  it.each(TABLE)("%s", (_, view, roles) => {
    const sees = ROLES.filter((role) => maySee(aViewer([role]), view).code === "may");
    expect(sees.join(" ")).toBe(roles);
  });

  it.each(TABLE)("%s: nobody who has left", (_, view) => {
    expect(ROLES.filter((role) => maySee(aViewer([role], { active: false }), view).code === "may")).toEqual([]);
  });

  it("looks at every kind of view", () => {
    const views = [
      "report",
      "alert",
      "instruction",
      "case",
      "proposal",
      "social_work_question",
      "audit",
      "figures",
      "accounts",
    ];
    expect([...new Set(TABLE.map(([, { view }]) => view))]).toEqual(views);
  });

  it("an auditor without a reason is asked for one", () => {
    expect(maySee(aViewer(["auditor"]), aCase(["Parks"], " "))).toEqual({ code: "reason-missing" });
    expect(maySee(aViewer(["officer"]), aCase(["Parks"]))).toEqual({ code: "may-not" });
  });

  it("somebody with two roles sees what either does, and a manager of no service no case", () => {
    expect(maySee(aViewer(["administrator", "auditor"]), { view: "figures" })).toEqual({ code: "may" });
    expect(maySee(aViewer(["service_manager"], { manages: [] }), aCase(["Housing"]))).toEqual({ code: "may-not" });
  });

  it.each<[string, string[], string]>([
    ["of the service in which they stand in", ["Benefits"], "may"],
    ["of their own, where they are no manager", ["Housing"], "may-not"],
    ["of both", ["Housing", "Benefits"], "may"],
  ])("whoever stands in for the manager of Benefits sees a case %s", (_, services, code) => {
    const standIn = aViewer(["officer", "service_manager"], { manages: ["Benefits"] });
    expect(maySee(standIn, aCase(services)).code).toBe(code);
    expect(maySee(standIn, aProposal({ services })).code).toBe(code);
    expect(maySee(standIn, { view: "report", reportedBy: "pat", service: services.at(-1) ?? null }).code).toBe(code);
  });
});

describe("whose cases somebody finds", () => {
  it.each<[string, Viewer, Reach]>([
    ["the register team", aViewer(["register_team"]), { code: "every-case" }],
    ["a manager", aViewer(["service_manager"]), { code: "of-services", services: ["Housing"] }],
    [
      "a manager who stands in for another",
      aViewer(["service_manager"], { manages: ["Benefits", "Housing"] }),
      { code: "of-services", services: ["Benefits", "Housing"] },
    ],
    ["an officer", aViewer(["officer"]), { code: "none" }],
    ["an executive", aViewer(["executive"]), { code: "none" }],
    ["a manager who has left", aViewer(["service_manager"], { active: false }), { code: "none" }],
  ])("%s", (_, viewer, reach) => {
    expect(reachOf(viewer)).toEqual(reach);
  });
});
