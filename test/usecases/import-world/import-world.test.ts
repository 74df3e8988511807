/** SCREENING section 7, on a real PostgreSQL. */
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { importWorld } from "../../../src/usecases/import-world/import-world.ts";
import type { TestDatabase } from "../../support/database.ts";
import { borrowDatabase } from "../../support/shelf.ts";
import { aWorld } from "./a-world.ts";

const NOW = new Date("2026-09-10T09:00:00Z");
let db: TestDatabase;
beforeEach(async () => {
  db = await borrowDatabase();
});
afterEach(() => db.drop());

const load = (json: unknown, sandbox = false) => importWorld({ db: db.app, now: () => NOW })({ json, sandbox });
const faultsOf = async (json: unknown) => {
  const outcome = await load(json);
  return outcome.code === "refused" ? outcome.faults.map(({ path, message }) => `${path}: ${message}`) : [];
};

describe("loading a world", () => {
  it("writes the organisation, its staff and its register", async () => {
    expect(await load(aWorld())).toMatchObject({ code: "imported", slug: "northmoor" });

    const sql = db.owner.sql;
    expect(await sql`select slug, country, pack_id, sandbox from organisation`).toEqual([
      { slug: "northmoor", country: "GB", pack_id: "persistent-and-abusive-behaviour", sandbox: false },
    ]);
    expect(
      await sql`select o.email, m.email as manager, d.email as deputy, a.tenant, a.account from officer o
        left join officer m on m.id = o.line_manager left join officer d on d.id = o.deputy
        join chat_account a on a.officer_id = o.id where o.extension = '2041'`,
    ).toEqual([
      {
        email: "p.shah@northmoor.example",
        manager: "j.reid@northmoor.example",
        deputy: "j.reid@northmoor.example",
        tenant: "T0NORTH",
        account: "U0P.SHAH",
      },
    ]);
    expect(await sql`select chat, tenant from chat_tenant`).toEqual([{ chat: "slack", tenant: "T0NORTH" }]);
    expect(await sql`select day::text from holiday`).toEqual([{ day: "2026-06-15" }]);
    expect(await sql`select id, body from outside_contact`).toEqual([{ id: "harbour-care-1", body: "Harbour Care" }]);
  });

  it("keeps identifiers and names by the keys that contacts are looked up by", async () => {
    await load(aWorld());
    expect(
      await db.owner.sql`select i.kind, i.key, i.shared from identifier i join customer c on c.id = i.customer_id
        where c.ref = 'C-1042' order by i.kind`,
    ).toEqual([
      { kind: "phone", key: "+447700900123", shared: false },
      { kind: "handle", key: "x:alexm", shared: false },
      { kind: "address", key: "14 sample row northmoor", shared: true },
    ]);
    expect(await db.owner.sql`select key from name_key order by key`).toEqual([
      { key: "alex morgan" },
      { key: "brid ohanlon" },
      { key: "lex morgan" },
    ]);
  });

  it("puts the end of an arrangement on the list of what falls due, unless it is past", async () => {
    const world = aWorld();
    const [first] = world.arrangements;
    if (first)
      world.arrangements.push({ ...first, ref: "OLD-1", endsAt: "2026-09-09T00:00:00+01:00", reviewOn: "2026-09-08" });
    await load(world);
    expect(
      await db.owner
        .sql`select d.kind, d.due_at = a.ends_at as at_the_end, a.ended_at = a.ends_at as ended from arrangement a left join due d on d.subject_id = a.id order by a.ends_at`,
    ).toEqual([
      { kind: null, at_the_end: null, ended: true },
      { kind: "arrangement-end", at_the_end: true, ended: null },
    ]);
  });

  it("gives a customer without a reference the next number, also beside numbers that came from elsewhere", async () => {
    const world = aWorld();
    world.customers.push({ ref: "N-0007", name: "Cleo Marsh", identifiers: [] });
    await load(world);
    const refs = await db.owner.sql`select ref from customer order by ref`;
    expect(refs.map(({ ref }) => ref)).toEqual(["C-1042", "N-0007", "N-0008"]);
  });

  it("gives nobody a number that somebody has in another case", async () => {
    const world = aWorld();
    world.customers.push({ ref: "n-0001", name: "Cleo Marsh", identifiers: [] });
    await load(world);
    const people = await db.owner.sql`select ref, name from customer order by ref_key`;
    expect(people.map(({ ref }) => ref)).toEqual(["C-1042", "n-0001", "N-0002"]);
    expect(people[1]).toMatchObject({ name: "Cleo Marsh" });
  });

  it("knows a customer, and an arrangement without a reference, in whatever case the next file writes the customer", async () => {
    await load(aWorld());
    const before = await everyRow();
    const world = aWorld();
    for (const one of world.customers) if (typeof one["ref"] === "string") one["ref"] = one["ref"].toLowerCase();
    for (const one of world.arrangements) one["customer"] = String(one["customer"]).toLowerCase();
    expect(await load(world)).toMatchObject({ code: "imported", changes: [] });
    expect(await everyRow()).toEqual(before);
  });

  it("changes nothing when it is loaded twice", async () => {
    await load(aWorld());
    const before = await everyRow();
    expect(await load(aWorld())).toMatchObject({ code: "imported", changes: [] });
    expect(await everyRow()).toEqual(before);
    expect(before["customer"]).toHaveLength(2);
  });

  it("writes an audit entry for each change, without a word about a person", async () => {
    const outcome = await load(aWorld());
    const entries = await db.owner.sql`select event, subject_kind, facts from audit`;
    expect(entries).toHaveLength(outcome.code === "imported" ? outcome.changes.length : -1);
    expect(new Set(entries.map(({ event }) => event))).toEqual(
      new Set([
        "organisation-added",
        "officer-added",
        "account-added",
        "contact-added",
        "holiday-added",
        "customer-added",
        "arrangement-added",
      ]),
    );
    expect(JSON.stringify(entries)).not.toMatch(/morgan|shah|7700/iu);
  });

  it("marks an organisation as fictional only when the sandbox says so, and never a real one", async () => {
    await load(aWorld());
    expect(await load(aWorld(), true)).toMatchObject({ code: "refused", faults: [{ path: "organisation.slug" }] });
    await load(
      {
        ...aWorld(),
        organisation: { ...aWorld().organisation, slug: "pretend" },
        staff: [],
        customers: [],
        arrangements: [],
      },
      true,
    );
    expect(await db.owner.sql`select slug, sandbox from organisation order by slug`).toEqual([
      { slug: "northmoor", sandbox: false },
      { slug: "pretend", sandbox: true },
    ]);
    expect(await faultsOf({ ...aWorld(), organisation: { ...aWorld().organisation, sandbox: true } })).toEqual([
      "organisation.sandbox: is not a part of a world file",
    ]);
  });

  it("loads the screening scenarios' world", async () => {
    const file = new URL("../../fixtures/screening.json", import.meta.url);
    const { world } = JSON.parse(readFileSync(file, "utf8"));
    expect(await load(world)).toMatchObject({ code: "imported" });
    expect(await load(world)).toMatchObject({ code: "imported", changes: [] });
  });

  it("loads a thousand customers in a few seconds, and again", async () => {
    const world = aWorld();
    world.customers = Array.from({ length: 1_000 }, (_, i) => ({
      ref: `K-${i}`,
      name: `Person Number${i}`,
      identifiers: [
        { kind: "phone", value: `07700 ${900_000 + i}` },
        { kind: "email", value: `k${i}@mail.example` },
      ],
    }));
    const [arrangement] = world.arrangements;
    world.arrangements = world.customers.map(({ ref }) => ({
      ...arrangement,
      customer: ref,
      restrictions: arrangement?.restrictions ?? [],
    }));
    const started = performance.now();
    expect(await load(world)).toMatchObject({ code: "imported" });
    expect(await load(world)).toMatchObject({ changes: [] });
    const seconds = (performance.now() - started) / 1_000;
    expect(seconds).toBeLessThan(8);
    expect(await db.owner.sql`select count(*)::int as n from arrangement`).toEqual([{ n: 1_000 }]);
  });
});

describe("loading a changed world", () => {
  it("updates the staff list and removes nobody", async () => {
    await load(aWorld());
    const world = aWorld();
    world.staff = world.staff
      .filter(({ extension }) => extension !== "1000")
      .map((entry) => ({ ...entry, status: "absent" }));
    const outcome = await load(world);
    expect(outcome.code === "imported" && outcome.changes.map(({ kind, what }) => `${kind} ${what}`)).toEqual([
      "officer changed",
      "officer changed",
    ]);
    expect(await db.owner.sql`select status, count(*)::int as n from officer group by 1 order by 1`).toEqual([
      { status: "active", n: 1 },
      { status: "absent", n: 2 },
    ]);
  });

  it("keeps a customer's former name, aliases and identifiers, and ends a remembered judgement", async () => {
    await load(aWorld());
    const world = aWorld();
    Object.assign(world.customers[0] ?? {}, {
      name: "Alex Marlow",
      aliases: [],
      identifiers: [{ kind: "phone", value: "07700 900999" }],
    });
    await load(world);
    expect(await db.owner.sql`select name, aliases, version from customer where ref = 'C-1042'`).toEqual([
      { name: "Alex Marlow", aliases: ["Lex Morgan", "Alex Morgan"], version: 2 },
    ]);
    const keys = await db.owner
      .sql`select key from identifier i join customer c on c.id = i.customer_id where c.ref = 'C-1042'`;
    expect(keys).toHaveLength(4);
    expect(
      await db.owner.sql`select 1 from name_key where key in ('alex marlow', 'alex morgan', 'lex morgan')`,
    ).toHaveLength(3);
    expect(await load(world)).toMatchObject({ changes: [] });
  });

  it("does not take back what a decision made the customer's alone", async () => {
    await load(aWorld());
    await db.owner.sql`update identifier set shared = false`;
    const ids = await db.owner.sql`select array_agg(i.id) as ids from identifier i where i.kind = 'address'`;
    await db.owner
      .sql`insert into proposal (organisation_id, id, ref, customer_id, service, proposed_by, started_at, state, pack_id, pack_version,
        restrictions, exclusive_identifiers)
      select c.organisation_id, gen_random_uuid(), 'P-0001', c.id, 'Housing', o.id, now(), 'approved', 'x', 1, '[]', ${ids[0]?.["ids"]}
      from customer c, officer o where c.ref = 'C-1042' limit 1`;
    await load(aWorld());
    expect(await db.owner.sql`select kind, shared from identifier order by kind, shared`).toEqual([
      { kind: "phone", shared: false },
      { kind: "phone", shared: true },
      { kind: "handle", shared: false },
      { kind: "address", shared: false },
    ]);
  });

  it("records that a customer was told, once", async () => {
    await load(aWorld());
    const world = aWorld();
    Object.assign(world.arrangements[0] ?? {}, { toldAt: "2026-09-03T12:00:00+01:00" });
    expect(await load(world)).toMatchObject({ changes: [{ kind: "arrangement", what: "changed" }] });
    Object.assign(world.arrangements[0] ?? {}, { toldAt: "2026-09-04T12:00:00+01:00" });
    expect(await faultsOf(world)).toEqual([
      expect.stringMatching(/^arrangements\[0\]\.toldAt: differs from arrangement C-1042-/u),
    ]);
  });

  it.each([
    ["endsAt", { endsAt: "2027-03-03T00:00:00+00:00" }],
    ["reviewOn", { reviewOn: "2027-02-02" }],
    ["reason", { reason: "Another one." }],
    ["decidedBy", { decidedBy: "j.reid@northmoor.example" }],
    ["restrictions", { restrictions: aWorld().arrangements[0]?.restrictions.slice(1) }],
    [
      "restrictions",
      { restrictions: aWorld().arrangements[0]?.restrictions.map((one) => ({ ...one, scope: "organisation" })) },
    ],
  ])("refuses a known arrangement whose %s differs", async (key, change) => {
    await load(aWorld());
    const world = aWorld();
    Object.assign(world.arrangements[0] ?? {}, change);
    expect(await faultsOf(world)).toEqual([expect.stringContaining(`arrangements[0].${key}: differs`)]);
  });

  it("takes the same restrictions in another order, with defaults written out, as the same", async () => {
    await load(aWorld());
    const world = aWorld();
    const [arrangement] = world.arrangements;
    arrangement?.restrictions.reverse();
    Object.assign(arrangement?.restrictions[0]?.parameters ?? {}, { channels: ["phone"] });
    expect(await load(world)).toMatchObject({ changes: [] });
  });

  it("takes the same times, by another clock and without seconds, as the same", async () => {
    await load(aWorld());
    const world = aWorld();
    Object.assign(world.arrangements[0] ?? {}, { decidedAt: "2026-09-01T09:00Z", startsAt: "2026-09-02T00:00+01:00" });
    expect(await load(world)).toMatchObject({ code: "imported", changes: [] });
  });

  it("takes two imports at once one after the other", async () => {
    const outcomes = await Promise.all([load(aWorld()), load(aWorld()), load(aWorld())]);
    expect(outcomes.map((one) => one.code)).toEqual(["imported", "imported", "imported"]);
    expect(await db.owner.sql`select count(*)::int as n from customer`).toEqual([{ n: 2 }]);
  });
});

/** Everything in the database, table by table. */
async function everyRow(): Promise<Record<string, readonly unknown[]>> {
  const tables = await db.owner.sql<
    { name: string }[]
  >`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`;
  const entries = await Promise.all(
    tables.map(
      async ({ name }) =>
        [name, await db.owner.sql`select t::text as row from ${db.owner.sql(name)} t order by 1`] as const,
    ),
  );
  return Object.fromEntries(entries);
}
