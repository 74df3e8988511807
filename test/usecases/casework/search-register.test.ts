/** The search of the register: what finds a case, who may, and what is kept of it. */
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { importWorld } from "../../../src/usecases/import-world/import-world.ts";
import { aCouncil, aProposal, auditOf, type Council, reported } from "../builders.ts";
import { northmoor, type Person } from "../northmoor.ts";

let council: Council;
beforeEach(async () => {
  council = await aCouncil();
});
afterEach(() => council.drop());

const search = async (typed: string, by: Person = "r.byrne") =>
  await council.use.searchRegister({ actor: await council.actor(by), typed });

/** The references that are found. */
const found = async (typed: string, by?: Person): Promise<readonly string[]> => {
  const outcome = await search(typed, by);
  if (outcome.code !== "found") throw new Error(outcome.code);
  return outcome.rows.map(({ ref }) => ref);
};

const imported = async (customers: readonly object[]): Promise<void> => {
  const json = { ...northmoor("persistent-and-abusive-behaviour"), customers };
  const outcome = await importWorld({ db: council.db, now: () => council.clock.now })({ json, sandbox: true });
  expect(outcome.code).toBe("imported");
};

describe("a search finds a customer by", () => {
  it.each([
    ["the name in full", "Alex Morgan"],
    ["the name in another order and case, with a title", "Mr MORGAN, Alex"],
    ["the beginning of a name", "morg"],
    ["the reference, in any case", " c-1042 "],
    ["a phone number, however it is written", "+44 (0)7700 900123"],
    ["a phone number as it is copied from elsewhere", "\u202a07700\u2011900\u2011123\u202c"],
    ["an email address that others use too", "Alex@Morgan.example"],
    ["the address", "14, sample row northmoor"],
  ])("%s", async (_, typed) => {
    expect(await found(typed)).toEqual(["C-1042"]);
  });

  it("an alias, and a name whose accents and strokes nobody types", async () => {
    await imported([{ ref: "C-7", name: "Zoë Kłos", aliases: ["Jo O'Hara-Smith"], identifiers: [] }]);
    for (const typed of ["zoe klos", "Kłos", "ohara", "Smith Jo"]) expect(await found(typed)).toEqual(["C-7"]);
  });

  it("an account on social media, with or without its platform", async () => {
    const handle = { kind: "handle", platform: "Facebook", value: "@Jo.Hara_99" };
    await imported([
      { ref: "C-7", name: "Zoë Kłos", identifiers: [handle] },
      { ref: "C-8", name: "Bea Nook", identifiers: [{ kind: "address", value: "facebook:jo.hara_99" }] },
    ]);
    for (const typed of ["@jo.hara_99", " JO.HARA_99", "facebook:jo.hara_99", "Facebook: @Jo.Hara_99"])
      expect(await found(typed)).toContain("C-7");
    expect(await found("@jo.hara_99", "j.reid")).toEqual([]);
    for (const typed of ["jo.hara", "hara_99", "x:jo.hara_99", "face%:jo.hara_99"])
      expect(await found(typed)).toEqual([]);
  });

  it("an account whose name looks like a number or an address of email", async () => {
    const handle = (platform: string, value: string) => ({ kind: "handle", platform, value });
    await imported([
      { ref: "C-7", name: "Zoë Kłos", identifiers: [handle("X", "@alexm1234567")] },
      { ref: "C-8", name: "Bea Nook", identifiers: [handle("Mastodon", "@bea@social.example")] },
      { ref: "C-9", name: "Ida Pell", identifiers: [{ kind: "email", value: "bea@social.example" }] },
      { ref: "C-10", name: "Una Ross", identifiers: [{ kind: "phone", value: "+441234567" }] },
    ]);
    for (const typed of ["@alexm1234567", "alexm1234567", "x: @alexm1234567"])
      expect(await found(typed)).toEqual(["C-7"]);
    for (const typed of ["bea@social.example", "Mastodon: @bea@social.example", "@bea@social.example"])
      expect(await found(typed)).toContain("C-8");
    expect(await found("bea@social.example")).toContain("C-9");
  });

  it.each([
    ["name", "solicitor SAMUEL"],
    ["beginning of a name", "solic"],
    ["phone", "+44 7700 900 457"],
    ["email", "S.Solicitor@Law.example"],
  ])("the %s of whoever represents them", async (_, typed) => {
    const representative = {
      name: "Ms Samuel Solicitor-Hale",
      relationship: "solicitor",
      phone: "07700 900457",
      email: "s.solicitor@law.example",
    };
    await imported([
      { ref: "C-7", name: "Zoë Kłos", identifiers: [], representatives: [representative] },
      { ref: "C-8", name: "Bea Nook", identifiers: [], representatives: [{ name: "Al Mo", relationship: "friend" }] },
    ]);
    expect(await found(typed)).toEqual(["C-7"]);
    expect(await found(typed, "j.reid")).toEqual([]);
    // The middle of a word, of an email or of a number says nothing.
    for (const part of ["licitor", "solicitor@law.example", "900457"]) expect(await found(part)).toEqual([]);
    expect(JSON.stringify(await council.sql`select * from audit`)).not.toMatch(/solicitor|900457/i);
  });

  it("a representative of many, by keys that the database looks up, in pages that count them all", async () => {
    const named = (phone: string, email: string) => ({
      name: "Ms Samuel Solicitor-Hale",
      relationship: "solicitor",
      phone,
      email,
    });
    const customers = (phone: string, email: string) =>
      Array.from({ length: 19 }, (_, n) => ({
        ref: `C-${200 + n}`,
        name: `Client ${n} Ward`,
        identifiers: [],
        representatives: [named(phone, email)],
      }));
    await imported(customers("07700 900457", "S.Solicitor@Law.example"));
    const keys = () => council.sql`select distinct name_key, phone_key, email_key from representative`;
    expect(await keys()).toEqual([
      { name_key: "hale samuel solicitor", phone_key: "+447700900457", email_key: "s.solicitor@law.example" },
    ]);
    // What was written down is shown to people; a search does not read it.
    await council.sql`update representative set name = 'Another', phone = 'Another', email = 'Another'`;
    for (const typed of ["solicitor SAMUEL", "solic", "+44 7700 900 457", "S.Solicitor@Law.example"])
      expect(await search(typed)).toMatchObject({ total: 19, pages: 3, rows: { length: 8 }, more: false });
    await council.sql`update representative set name = 'Ms Samuel Solicitor-Hale'`;
    await imported(customers("not known", "new@law.example"));
    expect(await keys()).toEqual([
      { name_key: "hale samuel solicitor", phone_key: null, email_key: "new@law.example" },
    ]);
    expect(await search("+44 7700 900 457")).toMatchObject({ total: 0 });
  });

  it("the reference of a report, a proposal and an arrangement", async () => {
    await aProposal.approved(council, {}, { startsOn: "2026-03-02" });
    const [row] = await council.sql`select ref from arrangement`;
    for (const ref of ["r-0001", "P-0001", String(row?.["ref"])]) expect(await found(ref)).toEqual(["C-1042"]);
  });

  it("not by the middle of a word, a word that is not theirs, or a sign that stands for any", async () => {
    for (const typed of ["organ", "Alex Lane", "C-104", "%%", "__", "al_x"])
      expect(await found(typed).catch(String)).not.toContain("C-1042");
  });
});

describe("what is found", () => {
  it("is a row for each arrangement in force, which the register team opens, and else the case", async () => {
    await aProposal.approved(council, {}, { startsOn: "2026-03-02" });
    const outcome = await search("C-1042");
    expect(outcome).toMatchObject({
      total: 1,
      rows: [{ opens: "entry", name: "Alex Morgan", inForce: { endsOn: "2026-09-09", reviewOn: "2026-08-10" } }],
    });
    const id = outcome.code === "found" ? (outcome.rows[0]?.target.id ?? "") : "";
    const actor = await council.actor("r.byrne");
    expect(await council.use.readRegisterEntry({ actor, arrangement: id })).toMatchObject({ code: "opened" });

    const other = await search("Bo Lane");
    expect(other).toMatchObject({ rows: [{ opens: "case", ref: "C-1043", inForce: null }] });
    const about = other.code === "found" ? (other.rows[0]?.target.id ?? "") : "";
    expect(await council.use.readCase({ actor, about, page: 1 })).toMatchObject({ code: "opened", ref: "C-1043" });
  });

  it("may be a report that names nobody on record", async () => {
    const incident = await reported(council, { customer: { name: "Somebody Else" } });
    expect(await search("R-0001")).toMatchObject({ rows: [{ opens: "case", ref: "R-0001", name: null }] });
    const actor = await council.actor("r.byrne");
    expect(await council.use.readCase({ actor, about: incident, page: 1 })).toMatchObject({ code: "opened" });
  });

  it("comes in pages, asked for by the search and not by its words", async () => {
    await imported(
      Array.from({ length: 11 }, (_, n) => ({ ref: `C-${200 + n}`, name: `Sam Ward ${n}`, identifiers: [] })),
    );
    const first = await search("ward");
    if (first.code !== "found") throw new Error(first.code);
    expect(first).toMatchObject({ page: 1, pages: 2, total: 11, rows: { length: 8 } });
    const actor = await council.actor("r.byrne");
    const page = async (of: number) => await council.use.readSearch({ actor, search: first.search, page: of });
    expect(await page(2)).toMatchObject({ page: 2, rows: [{ ref: "C-208" }, { ref: "C-209" }, { ref: "C-210" }] });
    expect(await page(99)).toMatchObject({ page: 2, rows: { length: 3 } });
    expect(await page(-1)).toMatchObject({ page: 1, rows: { length: 8 } });
  });

  it.each([
    [199, 199, false],
    [200, 200, false],
    [201, 200, true],
  ])("of %i cases is %i, and every page says whether there is more", async (there, total, more) => {
    await council.sql`
      with added as (
        insert into customer (organisation_id, id, ref, name, aliases, needs)
        select ${council.organisation}, gen_random_uuid(), 'C-7' || lpad(n::text, 3, '0'), 'Sam Ward', '{}', '{}'
        from generate_series(1, ${there}) n returning organisation_id, id)
      insert into name_key (organisation_id, customer_id, key) select organisation_id, id, 'sam ward' from added`;
    const first = await search("ward");
    expect(first).toMatchObject({ total, pages: 25, more });
    const id = first.code === "found" ? first.search : "";
    const actor = await council.actor("r.byrne");
    for (const page of [1, 2, 25])
      expect(await council.use.readSearch({ actor, search: id, page })).toMatchObject({ page, total, more });
  });

  it("is nothing, and is said to be", async () => {
    expect(await search("Nobody Known")).toMatchObject({ code: "found", total: 0, pages: 1, rows: [] });
    for (const typed of ["", "a", " - ", "%%"]) expect(await search(typed)).toEqual({ code: "too-short" });
  });
});

describe("a search is", () => {
  it("refused to whoever may open no case", async () => {
    for (const person of ["s.hale", "d.okafor", "m.frost", "w.adeyemi"] as const) {
      expect(await search("C-1042", person)).toEqual({ code: "not-yours" });
      const actor = await council.actor(person);
      expect(await council.use.prepareSearch({ actor })).toEqual({ code: "not-yours" });
      expect(await council.use.readSearch({ actor, search: randomUUID(), page: 1 })).toEqual({ code: "not-yours" });
    }
  });

  it("of their own service for a service manager, who opens each case that it finds", async () => {
    expect(await found("morgan", "j.reid")).toEqual([]);
    await reported(council, { service: "Housing" });
    const outcome = await search("morgan", "j.reid");
    expect(outcome).toMatchObject({ services: ["Housing"], rows: [{ opens: "case", ref: "C-1042" }] });
    const about = outcome.code === "found" ? (outcome.rows[0]?.target.id ?? "") : "";
    const actor = await council.actor("j.reid");
    expect(await council.use.readCase({ actor, about, page: 1 })).toMatchObject({ code: "opened" });
    await reported(council, { customer: { ref: "C-1043" }, service: "Corporate" });
    expect(await found("lane", "j.reid")).toEqual([]);
  });

  it("recorded: who, when, and which cases; never what was typed", async () => {
    await found("Alex Morgan");
    expect(await auditOf(council)).toContain("register-searched");
    const rows = await council.sql`select a.*, c.ref from audit a
      join customer c on a.facts -> 'cases' = jsonb_build_array(c.id) where event = 'register-searched'`;
    expect(rows).toMatchObject([{ ref: "C-1042", by: (await council.actor("r.byrne")).officer }]);
    expect(JSON.stringify(await council.sql`select * from audit`)).not.toMatch(/Morgan/i);
  });

  it("nobody else's to turn the pages of", async () => {
    const mine = await search("morgan");
    const actor = await council.actor("j.reid");
    const theirs = { actor, search: mine.code === "found" ? mine.search : "", page: 1 };
    expect(await council.use.readSearch(theirs)).toEqual({ code: "unknown-target" });
    expect(await council.use.readSearch({ ...theirs, search: randomUUID() })).toEqual({ code: "unknown-target" });
  });
});
