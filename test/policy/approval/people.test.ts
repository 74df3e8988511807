/** Who decides when people leave, are excluded, are on duty, or when it is about somebody who needs more care. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { approvalNeeds } from "../../../src/policy/approval/approval-needs.ts";
import { approvalsNeeded, countDecision } from "../../../src/policy/approval/count-decision.ts";
import { asDecider, eligibleApprovers } from "../../../src/policy/approval/may-decide.ts";
import type { OpenProposal } from "../../../src/policy/approval/open-proposal.ts";
import { stillDecidable } from "../../../src/policy/approval/still-decidable.ts";
import { leftToAsk, whoToAsk } from "../../../src/policy/approval/who-to-ask.ts";
import type { Pack } from "../../../src/policy/packs/pack.ts";
import type { Officer } from "../../../src/policy/staff/officer.ts";
import { PERSISTENT, UNACCEPTABLE } from "../packs/known-packs.ts";
import { anOfficer } from "../staff/some-staff.ts";
import { anOpenProposal, aSubmittedProposal } from "./some-proposals.ts";

const AT = new Date("2026-03-03T14:15Z");
const EXECUTIVE = { roles: ["executive"] } as const;
const SENIOR = { roles: ["senior_officer"] } as const;
const approved = (by: string, seat = by) => ({ by, seat, verdict: "approve", reason: null, at: AT }) as const;

function pressBy(id: string) {
  const officer = asDecider(anOfficer(id, SENIOR), []);
  return { officer, verdict: "approve", reason: null, at: AT, version: 3 } as const;
}

/** The pack with this many approvals asked for everything. */
function asking(quorum: number, pack: Pack = PERSISTENT): Pack {
  const approvers = pack.approvers.map((rule) => ({
    ...rule,
    quorum: { value: quorum, assumed: true as const },
    asks: { value: quorum + 1, assumed: true as const },
  }));
  return { ...pack, approvers };
}

describe("a quorum of 3 with 3 who may", () => {
  const staff = ["ann", "bob", "cat"].map((id) => anOfficer(id, SENIOR));
  const pack = asking(3);

  it("is enough, until one leaves", () => {
    const one = aSubmittedProposal({ decisions: [approved("ann")] });
    expect(stillDecidable(one, staff, pack)).toEqual({ needed: 2, may: ["bob", "cat"], enough: true });
    const gone = staff.map((officer) => (officer.id === "cat" ? { ...officer, status: "left" as const } : officer));
    expect(stillDecidable(one, gone, pack)).toEqual({ needed: 2, may: ["bob"], enough: false });
  });

  it("an approval stays when its giver leaves afterwards", () => {
    const two = aSubmittedProposal({ decisions: [approved("ann"), approved("bob")] });
    const gone = staff.map((officer) => (officer.id === "ann" ? { ...officer, status: "left" as const } : officer));
    expect(stillDecidable(two, gone, pack)).toEqual({ needed: 1, may: ["cat"], enough: true });
  });

  it("an approval by somebody who turns out to have a part in it does not count", () => {
    const two = aSubmittedProposal({ decisions: [approved("ann"), approved("bob")], complainedAbout: ["ann"] });
    expect(approvalsNeeded(two, pack)).toBe(2);
    expect(countDecision(two, pressBy("cat"), pack)).toMatchObject({ state: "submitted", stillNeeded: 1 });
  });
});

describe("about a minor, or somebody who lacks capacity", () => {
  it("the pack's role for that decides, and not a senior officer", () => {
    const staff = [anOfficer("sol", SENIOR), anOfficer("exe", EXECUTIVE)];
    const ids = (proposal: OpenProposal) => eligibleApprovers(proposal, staff, PERSISTENT).map(({ id }) => id);
    expect(ids(anOpenProposal())).toEqual(["exe", "sol"]);
    expect(ids(anOpenProposal({ capacityInDoubt: true }))).toEqual(["exe"]);
  });

  it("never lowers the role", () => {
    const pack = { ...PERSISTENT, capacityDecidedBy: { value: "service_manager" as const, assumed: true as const } };
    expect(approvalNeeds(anOpenProposal({ capacityInDoubt: true }), pack).role).toBe("senior_officer");
  });
});

describe("on the short road the duty senior is asked first", () => {
  const staff = [
    anOfficer("mel", { lineManager: "sol" }),
    anOfficer("sol", SENIOR),
    anOfficer("ann", EXECUTIVE),
    anOfficer("exe", EXECUTIVE),
    anOfficer("zoe", EXECUTIVE),
  ];
  const asked = (change: Partial<OpenProposal>, pack = UNACCEPTABLE, who: Officer[] = staff) =>
    whoToAsk(anOpenProposal(change), who, pack).ask.map(({ id }) => id);

  it.each<[string, Partial<OpenProposal>, string[]]>([
    ["not on any other road", { dutySenior: "exe" }, ["sol", "ann"]],
    ["whom the organisation chose", { bypass: "serious_threat", dutySenior: "exe" }, ["exe", "sol"]],
    ["nobody was chosen: the first by name who carries the role", { bypass: "serious_threat" }, ["ann", "sol"]],
    [
      "who had a part in it is not asked",
      { bypass: "serious_threat", dutySenior: "exe", affected: ["exe"] },
      ["ann", "sol"],
    ],
  ])("%s", (_, change, expected) => {
    expect(asked(change)).toEqual(expected);
  });

  it("their deputy while they are away", () => {
    const who = staff.map((officer) =>
      officer.id === "exe" ? { ...officer, status: "absent" as const, deputy: "zoe" } : officer,
    );
    expect(asked({ bypass: "serious_threat", dutySenior: "exe" }, UNACCEPTABLE, who)).toEqual(["zoe", "sol"]);
  });

  it("a pack that names none asks as usual", () => {
    const pack = { ...UNACCEPTABLE, dutySenior: { value: null, assumed: true as const } };
    expect(asked({ bypass: "serious_threat", dutySenior: "exe" }, pack)).toEqual(["sol", "ann"]);
  });
});

describe("escalation", () => {
  const staff = [anOfficer("ann", SENIOR), anOfficer("bob", SENIOR), anOfficer("cat", SENIOR)];
  it("asks the next who was not asked yet and may, and then nobody", () => {
    const who = whoToAsk(anOpenProposal(), staff, PERSISTENT);
    const left = (asked: string[], may = ["ann", "bob", "cat"]) => leftToAsk(who, { asked, may }).map(({ id }) => id);
    expect(left(["ann"])).toEqual(["bob", "cat"]);
    expect(left(["ann"], ["ann", "cat"])).toEqual(["cat"]);
    expect(left(["ann", "bob", "cat"])).toEqual([]);
  });
});

const IDS = ["ann", "bob", "cat", "dee", "eve", "mel", "pat", "vic"];
const staffs = fc
  .tuple(
    ...IDS.map((id) =>
      fc
        .record({
          roles: fc.uniqueArray(fc.constantFrom("officer", "service_manager", "senior_officer", "executive"), {
            minLength: 1,
          }),
          status: fc.constantFrom("active", "active", "absent", "left"),
          deputy: fc.option(fc.constantFrom(...IDS)),
          lineManager: fc.option(fc.constantFrom(...IDS)),
          linked: fc.constantFrom(true, true, false),
        })
        .map((facts) => anOfficer(id, facts as Partial<Officer>)),
    ),
  )
  .map((staff): Officer[] => staff);
const some = fc.subarray(IDS, { maxLength: 3 });
const proposals = fc
  .record({
    reportedBy: some,
    affected: some,
    complainedAbout: some,
    declaredInterest: some,
    capacityInDoubt: fc.boolean(),
  })
  .map((change) => anOpenProposal(change));

describe("laws of who decides", () => {
  it("nobody who had a part in it is ever asked, or is away, or cannot be reached", () => {
    fc.assert(
      fc.property(staffs, proposals, (staff, proposal) => {
        const { ask, next } = whoToAsk(proposal, staff, PERSISTENT);
        const part = [
          proposal.proposedBy,
          ...proposal.reportedBy,
          ...proposal.affected,
          ...proposal.complainedAbout,
          ...proposal.declaredInterest,
        ];
        for (const { id, status, linked } of [...ask, ...next]) {
          expect(part).not.toContain(id);
          expect({ status, linked }).toEqual({ status: "active", linked: true });
        }
      }),
    );
  });

  it("one more part in it never makes one more eligible, beside the person themselves", () => {
    fc.assert(
      fc.property(staffs, proposals, fc.constantFrom(...IDS), (staff, proposal, id) => {
        const ids = (one: OpenProposal) => eligibleApprovers(one, staff, PERSISTENT).map((officer) => officer.id);
        const more = ids({ ...proposal, declaredInterest: [...proposal.declaredInterest, id] });
        expect(ids(proposal)).toEqual(expect.arrayContaining(more));
        expect(more).not.toContain(id);
      }),
    );
  });

  it("the same people press in any order: the same count, one for each of them", () => {
    const presses = fc.array(fc.constantFrom("ann", "bob", "cat"), { maxLength: 8 });
    fc.assert(
      fc.property(presses, (who) => {
        const pack = asking(3);
        let after = aSubmittedProposal();
        for (const id of who) {
          const counted = countDecision(after, pressBy(id), pack);
          if (counted.code === "counted") after = { ...after, state: counted.state, decisions: counted.decisions };
        }
        const people = new Set(who).size;
        expect(after.decisions).toHaveLength(people);
        expect(after.state).toBe(people === 3 ? "approved" : "submitted");
      }),
    );
  });
});
