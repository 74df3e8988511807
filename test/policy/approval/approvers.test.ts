import { describe, expect, it } from "vitest";
import {
  asDecider,
  eligibleApprovers,
  mayDecide,
  rolesNow,
  servicesManaged,
} from "../../../src/policy/approval/may-decide.ts";
import { whoToAsk } from "../../../src/policy/approval/who-to-ask.ts";
import type { Officer } from "../../../src/policy/staff/officer.ts";
import { PERSISTENT } from "../packs/known-packs.ts";
import { anOfficer } from "../staff/some-staff.ts";
import { anOpenProposal } from "./some-proposals.ts";

const SENIOR = { roles: ["senior_officer"] } as const;
const AWAY = { status: "absent" } as const;
const ALL_CONTACT = anOpenProposal({ kinds: ["all_contact"] });

function refusal(officer: Officer, proposal = anOpenProposal(), staff: Officer[] = []): string | undefined {
  return mayDecide(proposal, asDecider(officer, [officer, ...staff]), PERSISTENT)?.code;
}

describe("who may decide", () => {
  it.each<[string, Officer, ReturnType<typeof anOpenProposal>, string | undefined]>([
    ["a senior officer", anOfficer("sol", SENIOR), anOpenProposal(), undefined],
    ["an executive", anOfficer("exe", { roles: ["executive"] }), anOpenProposal(), undefined],
    ["a service manager", anOfficer("max", { roles: ["service_manager"] }), anOpenProposal(), "role-too-low"],
    ["the register team", anOfficer("reg", { roles: ["register_team"] }), anOpenProposal(), "role-too-low"],
    ["a senior officer, for no contact at all", anOfficer("sol", SENIOR), ALL_CONTACT, "role-too-low"],
    ["an executive, for no contact at all", anOfficer("exe", { roles: ["executive"] }), ALL_CONTACT, undefined],
    ["who proposed it", anOfficer("mel", SENIOR), anOpenProposal(), "own-proposal"],
    ["who reported it", anOfficer("pat", SENIOR), anOpenProposal(), "own-report"],
    ["who was affected", anOfficer("vic", SENIOR), anOpenProposal(), "own-harm"],
    [
      "who is complained about",
      anOfficer("sol", SENIOR),
      anOpenProposal({ complainedAbout: ["sol"] }),
      "complained-about",
    ],
    [
      "who declared an interest",
      anOfficer("sol", SENIOR),
      anOpenProposal({ declaredInterest: ["sol"] }),
      "declared-interest",
    ],
    ["who is away", anOfficer("sol", { ...SENIOR, ...AWAY }), anOpenProposal(), "not-present"],
    ["who has left", anOfficer("sol", { ...SENIOR, status: "left" }), anOpenProposal(), "not-present"],
    ["who has no linked account", anOfficer("sol", { ...SENIOR, linked: false }), anOpenProposal(), "not-linked"],
  ])("%s", (_, officer, proposal, code) => {
    expect(refusal(officer, proposal)).toBe(code);
  });

  it("says which role it takes", () => {
    const low = asDecider(anOfficer("max"), []);
    expect(mayDecide(ALL_CONTACT, low, PERSISTENT)).toEqual({ code: "role-too-low", needs: "executive" });
  });
});

describe("standing in for a senior who is away", () => {
  const deputy = anOfficer("dee");
  const away = anOfficer("sol", { ...SENIOR, ...AWAY, deputy: "dee" });

  it("the deputy decides while they are away, and not when they are back", () => {
    expect(refusal(deputy, anOpenProposal(), [away])).toBeUndefined();
    expect(refusal(deputy, anOpenProposal(), [{ ...away, status: "active" }])).toBe("role-too-low");
  });

  it("the deputy's own part in it still counts, and so does the part of whoever is away", () => {
    expect(refusal(deputy, anOpenProposal({ affected: ["dee"] }), [away])).toBe("own-harm");
    expect(refusal(deputy, anOpenProposal({ affected: ["sol"] }), [away])).toBe("role-too-low");
  });

  it("nobody inherits the role of somebody who left", () => {
    expect(refusal(deputy, anOpenProposal(), [{ ...away, status: "left" }])).toBe("role-too-low");
  });

  it("deputies in a circle give nobody the right", () => {
    const staff = [away, anOfficer("dee", { ...AWAY, deputy: "sol" })];
    expect(eligibleApprovers(anOpenProposal(), staff, PERSISTENT)).toEqual([]);
  });

  it("lends the right to decide, and no other role", () => {
    const twoRoles = { ...away, roles: ["senior_officer", "register_team"] as const };
    expect(rolesNow(asDecider(deputy, [deputy, twoRoles]))).toEqual(["officer", "senior_officer"]);
  });
});

describe("the services that somebody manages now", () => {
  const MANAGER = { roles: ["service_manager"] } as const;
  const away = anOfficer("mel", { ...MANAGER, ...AWAY, service: "Benefits", deputy: "dee" });
  const managed = (officer: Officer, staff: Officer[]) => servicesManaged(asDecider(officer, [officer, ...staff]));

  it.each<[string, Officer, Officer[], string[]]>([
    ["a manager's own", anOfficer("dee", { ...MANAGER, service: "Housing" }), [], ["Housing"]],
    ["that of a manager away, and not their own", anOfficer("dee", { service: "Housing" }), [away], ["Benefits"]],
    ["both, of a manager", anOfficer("dee", { ...MANAGER, service: "Housing" }), [away], ["Benefits", "Housing"]],
    ["none, when the manager is back", anOfficer("dee", { service: "Housing" }), [{ ...away, status: "active" }], []],
    ["none, for somebody else away", anOfficer("dee"), [{ ...away, ...SENIOR }], []],
    ["none, of a manager without a service", anOfficer("dee", { ...MANAGER }), [], []],
  ])("%s", (_, officer, staff, services) => {
    expect(managed(officer, staff)).toEqual(services);
  });
});

/** Mel in Housing answers to Sol, who answers to Exe; Ann and Bob are senior elsewhere, Hal in Housing. */
const STAFF = [
  anOfficer("mel", { service: "Housing", roles: ["service_manager"], lineManager: "sol" }),
  anOfficer("ann", { service: "Parks", ...SENIOR }),
  anOfficer("bob", { service: "Parks", ...SENIOR }),
  anOfficer("exe", { service: "Corporate", roles: ["executive"] }),
  anOfficer("hal", { service: "Housing", ...SENIOR }),
  anOfficer("sol", { service: "Corporate", ...SENIOR, lineManager: "exe", deputy: "dee" }),
  anOfficer("dee", { service: "Corporate" }),
];

function changed(id: string, facts: Partial<Officer>): Officer[] {
  return STAFF.map((officer) => (officer.id === id ? { ...officer, ...facts } : officer));
}

function asked(staff: Officer[], proposal = anOpenProposal()) {
  const { ask, next, quorum, enough } = whoToAsk(proposal, staff, PERSISTENT);
  return { ask: ask.map(({ id }) => id), next: next.map(({ id }) => id), quorum, enough };
}

describe("whom to ask", () => {
  it("the pack's two, the nearest in the proposer's line first, then their service, then by name", () => {
    expect(asked(STAFF)).toEqual({ ask: ["sol", "exe"], next: ["hal", "ann", "bob"], quorum: 1, enough: true });
  });

  it("the deputy of somebody away takes their place in the line", () => {
    expect(asked(changed("sol", AWAY)).ask).toEqual(["dee", "exe"]);
  });

  it("somebody away without a deputy is skipped, and so is somebody who cannot be reached", () => {
    expect(asked(changed("sol", { ...AWAY, deputy: null })).ask).toEqual(["exe", "hal"]);
    expect(asked(changed("sol", { linked: false })).ask).toEqual(["exe", "hal"]);
  });

  it("nobody who had a part in it", () => {
    expect(asked(STAFF, anOpenProposal({ reportedBy: ["sol"], affected: ["exe"] })).ask).toEqual(["hal", "ann"]);
  });

  it("too few for the quorum is said", () => {
    expect(asked(STAFF, ALL_CONTACT)).toEqual({ ask: ["exe"], next: [], quorum: 2, enough: false });
  });
});
