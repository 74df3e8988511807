/** An administrator adds, links, changes and removes officers (issue: roles and directory), on a real PostgreSQL. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { linkAccount } from "../../../src/usecases/link-account.ts";
import { auditOf } from "../builders.ts";
import { aChange, actorOf, aNewcomer, anOffice, idOf, type Office } from "./an-office.ts";

let office: Office;
beforeEach(async () => {
  office = await anOffice();
});
afterEach(() => office.drop());

const codesOf = (outcome: Awaited<ReturnType<Office["use"]["saveOfficer"]>>) =>
  outcome.code === "refused" ? outcome.refusals.map(({ code }) => code) : outcome.code;

describe("the list", () => {
  it("is the administrators', by name, page by page, and finds people", async () => {
    const actor = await actorOf(office, "a.admin");
    const page = await office.use.readStaff({ actor, page: 99, find: null });
    expect(page).toMatchObject({ code: "page", page: 2, pages: 2, total: 12 });
    const found = await office.use.readStaff({ actor, page: 1, find: "OKAF" });
    expect(found).toMatchObject({ total: 1, rows: [{ name: "Dana Okafor", linked: true, status: "active" }] });
  });

  it.each(["s.hale", "r.byrne", "m.frost"])("is not %s's, nor is anything behind it", async (name) => {
    const actor = await actorOf(office, name);
    expect(await office.use.readStaff({ actor, page: 1, find: null })).toEqual({ code: "not-yours" });
    expect(await office.use.readOfficer({ actor, officer: await idOf(office, "s.hale") })).toEqual({
      code: "not-yours",
    });
    expect(await office.use.prepareOfficer({ actor })).toEqual({ code: "not-yours" });
    expect(await office.use.saveOfficer(await aChange(office, "s.hale", { name: "X" }, name))).toEqual({
      code: "not-yours",
    });
    expect(await office.use.saveOfficer({ ...(await aNewcomer(office)), actor })).toEqual({ code: "not-yours" });
  });
});

describe("somebody new", () => {
  it("is added once, with their account, and can use the register", async () => {
    const command = await aNewcomer(office, { accounts: { slack: "n.ewman", teams: "NOOR" } });
    expect(await office.use.saveOfficer(command)).toMatchObject({ code: "saved", what: "added" });
    expect(await office.use.saveOfficer(command)).toMatchObject({ code: "saved", what: "added" });
    expect((await actorOf(office, "n.ewman")).name).toBe("Noor Ewman");
    expect((await office.use.identify({ chat: "teams", tenant: "north", account: "noor" })).code).toBe("officer");
    expect((await auditOf(office)).filter((event) => event === "officer-added")).toHaveLength(13);
  });

  it("with a taken email and a taken account hears both", async () => {
    const outcome = await office.use.saveOfficer(
      await aNewcomer(office, { email: "S.Hale@northmoor.example", accounts: { slack: "t.kerr" } }),
    );
    expect(codesOf(outcome)).toEqual(["email-taken", "account-taken"]);
    expect((await office.sql`select 1 from officer`).length).toBe(12);
  });
});

describe("a change", () => {
  it("of roles, service, line manager, deputy and status is recorded by who made it", async () => {
    const command = await aChange(office, "t.kerr", {
      service: "Revenues",
      roles: ["officer", "service_manager"],
      status: "absent",
      lineManager: "d.okafor@northmoor.example",
      deputy: "S.HALE@northmoor.example",
    });
    expect(await office.use.saveOfficer(command)).toMatchObject({ code: "saved", what: "changed", handedTo: [] });
    const read = await office.use.readOfficer({ actor: await actorOf(office, "a.admin"), officer: command.entry.id });
    expect(read).toMatchObject({
      officer: { service: "Revenues", roles: ["officer", "service_manager"], status: "absent" },
      lineManager: { name: "Dana Okafor" },
      deputy: { name: "Sam Hale" },
      accounts: { slack: "t.kerr", teams: null },
    });
    const [row] =
      await office.sql`select a.facts, o.name from audit a join officer o on o.id = a.by where event = 'officer-changed' and a.by is not null`;
    expect(row).toMatchObject({ name: "Ana Admin", facts: { status: "absent" } });
    expect(JSON.stringify(row?.["facts"])).not.toContain("@");
  });

  it("links another account in place of one, and takes one away", async () => {
    await office.use.saveOfficer(await aChange(office, "t.kerr", { accounts: { slack: "U-NEW" } }));
    expect((await actorOf(office, "U-NEW")).name).toBe("Toni Kerr");
    await expect(actorOf(office, "t.kerr")).rejects.toThrow("unlinked");
    await office.use.saveOfficer(await aChange(office, "t.kerr", { accounts: { slack: null } }));
    await expect(actorOf(office, "U-NEW")).rejects.toThrow("unlinked");
  });

  it("from two forms at once is made by one; the other hears that it changed", async () => {
    const forms = await Promise.all([
      aChange(office, "t.kerr", { name: "Toni A" }),
      aChange(office, "t.kerr", { name: "Toni B" }),
    ]);
    const outcomes = await Promise.all(forms.map((form) => office.use.saveOfficer(form)));
    expect(outcomes.map(({ code }) => code).toSorted()).toEqual(["changed", "saved"]);
  });

  it("is refused when a file or a command line came in between", async () => {
    const forms = [await aChange(office, "t.kerr"), await aChange(office, "s.hale")];
    await office.load((staff) => Object.assign(staff["t.kerr"] ?? {}, { service: "Parks" }));
    await linkAccount({ db: office.db, now: () => office.clock.now })({
      organisation: office.organisation,
      email: "s.hale@northmoor.example",
      account: { chat: "teams", tenant: "north", account: "sam" },
    });
    for (const form of forms) expect((await office.use.saveOfficer(form)).code).toBe("changed");
    expect((await office.use.identify({ chat: "teams", tenant: "north", account: "sam" })).code).toBe("officer");
  });

  it("that leaves a part of the policy to nobody is saved and said", async () => {
    const outcome = await office.use.saveOfficer(await aChange(office, "w.adeyemi", { roles: ["officer"] }));
    expect(outcome).toMatchObject({ code: "saved", gaps: [{ roles: ["social_work"] }] });
    expect(await office.use.saveOfficer(await aChange(office, "t.kerr", { name: "Toni K" }))).toMatchObject({
      gaps: [],
    });
  });

  it("says when the last of the register team goes, by whom all that reaches nobody is seen to", async () => {
    await office.use.saveOfficer(await aChange(office, "t.kerr", { roles: ["register_team"] }));
    expect(await office.use.saveOfficer(await aChange(office, "r.byrne", { status: "left" }))).toMatchObject({
      gaps: [],
    });
    const outcome = await office.use.saveOfficer(await aChange(office, "t.kerr", { roles: ["officer"] }));
    expect(outcome).toMatchObject({
      code: "saved",
      gaps: [{ roles: ["register_team"], does: "see to reports, letters and alerts that reach nobody" }],
    });
  });
});

describe("two administrators", () => {
  it("remove each other at the same moment: one stays", async () => {
    const commands = [
      await aChange(office, "b.admin", { status: "left" }, "a.admin"),
      await aChange(office, "a.admin", { status: "left" }, "b.admin"),
    ];
    const outcomes = await Promise.all(commands.map((command) => office.use.saveOfficer(command)));
    // The second has left when it is their turn.
    expect(outcomes.map(({ code }) => code).toSorted()).toEqual(["not-yours", "saved"]);
    const here = await office.sql`select 1 from officer where 'administrator' = any (roles) and status = 'active'`;
    expect(here).toHaveLength(1);
  });

  it("the last one stays one", async () => {
    await office.use.saveOfficer(await aChange(office, "b.admin", { status: "left" }));
    for (const facts of [
      { status: "left" },
      { status: "absent" },
      { roles: ["officer"] },
      { accounts: { slack: null } },
    ] as const)
      expect(codesOf(await office.use.saveOfficer(await aChange(office, "a.admin", facts)))).toEqual([
        "last-administrator",
      ]);
  });
});
