/** What an administrator may not enter about an officer (DESIGN decisions 7 and 8). */
import { describe, expect, it } from "vitest";
import { type Linked, type Listed, refuseEntry, type StaffEntry } from "../../../src/policy/staff/staff-entry.ts";
import { anOfficer } from "./some-staff.ts";

function listed(id: string, facts: Partial<Listed> = {}): Listed {
  return { ...anOfficer(id), email: `${id}@northmoor.example`, ...facts };
}

const ADA = listed("ada", { roles: ["administrator"] });
const STAFF = [
  ADA,
  listed("ben", { lineManager: "cat" }),
  listed("cat"),
  listed("old", { status: "left", roles: ["administrator"] }),
  listed("kim", { deputy: "old", lineManager: "old" }),
  listed("far", { status: "absent", deputy: "ben" }),
];
const ACCOUNTS: readonly Linked[] = STAFF.map(({ id }) => ({
  chat: "slack",
  tenant: "T0NORTH",
  account: `U-${id}`,
  officerId: id,
}));
const slack = (id: string) => [{ chat: "slack", tenant: "T0NORTH", account: `U-${id}` }] as const;
const mail = (id: string) => `${id}@northmoor.example`;

/** The entry of somebody as it stands; say what is changed. */
function entryOf(id: string, facts: Partial<StaffEntry> = {}): StaffEntry {
  const found = STAFF.find((one) => one.id === id) ?? listed(id);
  const { roles, status, name } = found;
  return {
    id,
    name,
    email: mail(id),
    service: "Housing",
    roles,
    status,
    lineManager: null,
    deputy: null,
    accounts: slack(id),
    linked: true,
    ...facts,
  };
}

const codes = (entry: StaffEntry, staff: readonly Listed[] = STAFF) =>
  refuseEntry(entry, { staff, accounts: ACCOUNTS }).map(({ code }) => code);

describe("an entry", () => {
  it.each<[string, StaffEntry, readonly string[]]>([
    ["as it stands", entryOf("ben", { lineManager: mail("cat") }), []],
    ["of somebody new", entryOf("new", { lineManager: mail("cat"), deputy: mail("ben") }), []],
    [
      "with an email that somebody has, in any case",
      entryOf("new", { email: "Ben@Northmoor.example" }),
      ["email-taken"],
    ],
    ["with the email of somebody who has left", entryOf("new", { email: mail("old") }), ["email-taken"]],
    ["with a line manager nobody knows", entryOf("ben", { lineManager: mail("zoe") }), ["unknown-line-manager"]],
    ["with a deputy nobody knows", entryOf("ben", { deputy: "zoe" }), ["unknown-deputy"]],
    ["with a deputy who has left", entryOf("ben", { deputy: mail("old") }), ["unknown-deputy"]],
    [
      "that keeps those who left after they were named",
      entryOf("kim", { deputy: mail("old"), lineManager: mail("old") }),
      [],
    ],
    ["that names its officer as line manager", entryOf("ben", { lineManager: mail("ben") }), ["own-line-manager"]],
    ["of somebody new who is their own deputy", entryOf("new", { deputy: mail("NEW") }), ["own-deputy"]],
    ["whose line leads back", entryOf("cat", { lineManager: mail("ben") }), ["line-manager-cycle"]],
    ["with a deputy for whom they are deputy, both here", entryOf("ben", { deputy: mail("cat") }), []],
    [
      "of somebody away whose deputy is away and names them",
      entryOf("ben", { status: "absent", deputy: mail("far") }),
      ["deputy-cycle"],
    ],
    ["of somebody here whose deputy is away and names them", entryOf("ben", { deputy: mail("far") }), []],
    ["with an account of somebody else", entryOf("ben", { accounts: slack("cat") }), ["account-taken"]],
    ["with the account of somebody who has left", entryOf("new", { accounts: slack("old") }), ["account-taken"]],
    [
      "with two faults says both",
      entryOf("ben", { deputy: "zoe", accounts: slack("cat") }),
      ["unknown-deputy", "account-taken"],
    ],
  ])("%s", (_, entry, expected) => {
    expect(codes(entry)).toEqual(expected);
  });
});

describe("the last administrator", () => {
  const gone: readonly (readonly [string, Partial<StaffEntry>])[] = [
    ["leaves", { status: "left" }],
    ["is away", { status: "absent" }],
    ["gives the role up", { roles: ["officer"] }],
    ["loses the account", { accounts: [], linked: false }],
  ];
  it.each(gone)("%s: refused, unless somebody else is one", (_, facts) => {
    expect(codes(entryOf("ada", facts))).toEqual(["last-administrator"]);
    expect(codes(entryOf("ada", facts), [...STAFF, listed("eve", { roles: ["administrator"] })])).toEqual([]);
    expect(
      codes(entryOf("ada", facts), [...STAFF, listed("eve", { roles: ["administrator"], status: "absent" })]),
    ).toEqual(["last-administrator"]);
    expect(
      codes(entryOf("ada", facts), [...STAFF, listed("eve", { roles: ["administrator"], linked: false })]),
    ).toEqual(["last-administrator"]);
  });

  it("of a register that never had one is nobody's fault", () => {
    const without = STAFF.filter(({ id }) => id !== "ada");
    expect(codes(entryOf("ben"), without)).toEqual([]);
  });
});
