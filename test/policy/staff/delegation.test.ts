import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eligibleApprovers } from "../../../src/policy/approval/may-decide.ts";
import { awayUntil, type Delegation, refuseDelegation, staffOn } from "../../../src/policy/staff/delegation.ts";
import { followDeputies } from "../../../src/policy/staff/stand-in.ts";
import { anOpenProposal } from "../approval/some-proposals.ts";
import { PERSISTENT } from "../packs/known-packs.ts";
import { anOfficer } from "./some-staff.ts";

const STAFF = [
  anOfficer("sol", { roles: ["senior_officer"], deputy: "dee" }),
  anOfficer("ann", { roles: ["senior_officer"] }),
  anOfficer("dee"),
  anOfficer("lee"),
  anOfficer("old", { status: "left" }),
];

function away(from: string, to: string | null, startsOn = "2026-03-02", endsOn = "2026-03-06"): Delegation {
  return { from, to, startsOn, endsOn };
}

describe("the staff on a day", () => {
  it.each([
    ["2026-03-01", "active", "dee"],
    ["2026-03-02", "absent", "lee"],
    ["2026-03-06", "absent", "lee"],
    ["2026-03-07", "active", "dee"],
  ])("%s: %s, with %s", (day, status, deputy) => {
    expect(staffOn(STAFF, [away("sol", "lee")], day)[0]).toMatchObject({ id: "sol", status, deputy });
  });

  it("without a delegate the usual deputy stands in", () => {
    expect(staffOn(STAFF, [away("sol", null)], "2026-03-02")[0]).toMatchObject({ status: "absent", deputy: "dee" });
  });

  it("nobody who has left comes back, or is only away", () => {
    expect(staffOn(STAFF, [away("old", "lee")], "2026-03-02").at(-1)).toMatchObject({ id: "old", status: "left" });
  });

  it.each([
    ["the last day of the one that covers it", "2026-03-04", "2026-03-06"],
    ["the last of those that follow each other without a day between", "2026-03-10", "2026-03-20"],
    ["nobody knows, on a day that none covers", "2026-03-07", null],
  ])("somebody is away until %s", (_, day, until) => {
    const own = [
      away("sol", "lee"),
      away("sol", "dee", "2026-03-09", "2026-03-12"),
      away("sol", null, "2026-03-13", "2026-03-20"),
    ];
    expect(awayUntil("sol", [...own, away("ann", "lee", "2026-03-01", "2026-03-31")], day)).toBe(until);
  });

  it("the delegate decides on those days only, by a chain too", () => {
    const eligible = (day: string, delegations: Delegation[]) =>
      eligibleApprovers(anOpenProposal(), staffOn(STAFF, delegations, day), PERSISTENT).map(({ id }) => id);
    const chain = [away("sol", "lee"), away("lee", "dee", "2026-03-04", "2026-03-05")];
    expect(eligible("2026-03-01", chain)).toEqual(["ann", "sol"]);
    expect(eligible("2026-03-03", chain)).toEqual(["ann", "lee"]);
    expect(eligible("2026-03-04", chain)).toEqual(["ann", "dee"]);
    expect(eligible("2026-03-06", chain)).toEqual(["ann", "lee"]);
  });
});

describe("a delegation that is not recorded", () => {
  const refusal = (delegation: Delegation, others: Delegation[] = []) =>
    refuseDelegation(delegation, { staff: STAFF, others }, "2026-03-03");

  it.each<[string, Delegation, Delegation[], object | undefined]>([
    ["to somebody else", away("sol", "lee"), [], undefined],
    ["to the usual deputy", away("sol", null), [], undefined],
    ["to oneself", away("sol", "sol"), [], { code: "to-oneself" }],
    [
      "that ends before it starts",
      away("sol", "lee", "2026-03-06", "2026-03-05"),
      [],
      { code: "ends-before-it-starts" },
    ],
    ["for one day", away("sol", "lee", "2026-03-05", "2026-03-05"), [], undefined],
    ["that is over", away("sol", "lee", "2026-03-01", "2026-03-02"), [], { code: "over-already" }],
    ["to somebody who has left", away("sol", "old"), [], { code: "unknown-delegate" }],
    ["to nobody we know", away("sol", "who"), [], { code: "unknown-delegate" }],
    [
      "while another runs",
      away("sol", "lee"),
      [away("sol", "dee", "2026-03-06", "2026-03-09")],
      { code: "overlaps", other: away("sol", "dee", "2026-03-06", "2026-03-09") },
    ],
    ["the day after another ended", away("sol", "lee"), [away("sol", "dee", "2026-02-20", "2026-03-01")], undefined],
    [
      "in a circle of two",
      away("sol", "lee"),
      [away("lee", "sol")],
      { code: "cycle", on: "2026-03-02", through: ["sol", "lee"] },
    ],
    [
      "in a circle that closes on the third day",
      away("sol", "lee"),
      [away("lee", "dee"), away("dee", "sol", "2026-03-04", "2026-03-05")],
      { code: "cycle", on: "2026-03-04", through: ["sol", "lee", "dee"] },
    ],
    [
      "one after the other is no circle",
      away("sol", "lee"),
      [away("lee", "sol", "2026-03-09", "2026-03-13")],
      undefined,
    ],
  ])("%s", (_, delegation, others, expected) => {
    expect(refusal(delegation, others)).toEqual(expected);
  });

  it("a circle of usual deputies that an end uncovers is found too", () => {
    const staff = STAFF.map((officer) =>
      officer.id === "dee" ? { ...officer, status: "absent" as const, deputy: "sol" } : officer,
    );
    const covered = away("dee", "ann", "2026-03-01", "2026-03-04");
    expect(refuseDelegation(away("sol", null), { staff, others: [covered] }, "2026-03-03")).toEqual({
      code: "cycle",
      on: "2026-03-05",
      through: ["sol", "dee"],
    });
  });
});

it("what is recorded never goes round in a circle, on any day", () => {
  const ids = ["sol", "ann", "dee", "lee"] as const;
  const days = fc.integer({ min: 1, max: 12 }).map((day) => `2026-03-${String(day).padStart(2, "0")}`);
  const wanted = fc.array(
    fc.record({ from: fc.constantFrom(...ids), to: fc.constantFrom(...ids), startsOn: days, endsOn: days }),
    { maxLength: 8 },
  );
  let refused = 0;
  fc.assert(
    fc.property(wanted, days, (list, day) => {
      const recorded: Delegation[] = [];
      for (const delegation of list) {
        const refusal = refuseDelegation(delegation, { staff: STAFF, others: recorded }, "2026-03-01");
        refused += refusal?.code === "cycle" ? 1 : 0;
        if (!refusal) recorded.push(delegation);
      }
      const staff = staffOn(STAFF, recorded, day);
      for (const officer of staff) expect(followDeputies(staff, officer).code).not.toBe("cycle");
    }),
    { numRuns: 500 },
  );
  expect(refused).toBeGreaterThan(0);
});
