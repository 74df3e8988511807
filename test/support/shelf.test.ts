/** A database that is used again is as good as a new one: nothing of the test before is left in it. */
import { randomUUID } from "node:crypto";
import type { TransactionSql } from "postgres";
import { describe, expect, it } from "vitest";
import { connectAsOwner, type Db, type Sql } from "../../db/connect.ts";
import { createIntakeToken } from "../../src/usecases/create-intake-token.ts";
import { fillEveryTable, tablesOfOrganisations } from "../db/every-table.ts";
import { aCouncil, aProposal, type Council, DAY, HOUR, reported } from "../usecases/builders.ts";
import type { TestDatabase } from "./database.ts";
import { borrowDatabase } from "./shelf.ts";

type Contents = Readonly<Record<string, unknown>>;

/** Every row of every table and the state of every sequence, ours and the job queue's. */
async function contentsOf(sql: Sql): Promise<Contents> {
  const relations = await sql<{ name: string; kind: string }[]>`
    select c.oid::regclass::text as name, c.relkind as kind from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'S') and n.nspname not in ('pg_catalog', 'information_schema', 'kept') order by 1`;
  const contents: Record<string, unknown> = {};
  for (const { name, kind } of relations) {
    const row = kind === "S" ? "jsonb_build_array(last_value, is_called)" : "to_jsonb(t)";
    contents[name] = await sql.unsafe(`select ${row} as row from ${name} t order by 1`);
  }
  return contents;
}

const nameOf = async (sql: Sql): Promise<string> => String((await sql`select current_database() as name`)[0]?.["name"]);

const differing = (one: Contents, other: Contents): readonly string[] =>
  Object.keys(one).filter((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]));

/** Of what it changes: rows more, less and other, numbers, jobs. */
const TOUCHED = [
  "alert",
  "arrangement",
  "audit",
  "chat_account",
  "copy",
  "due",
  "due_id_seq",
  "officer",
  "proposal",
  "safety_alert",
  "graphile_worker._private_jobs",
  "graphile_worker.jobs_id_seq1",
];

/** A report of a threat, a restriction that begins, a contact against it, a question to seniors, and time that passes. */
async function story(council: Council): Promise<void> {
  const { organisation, use, clock } = council;
  const threat = await reported(council, { seriousThreat: true, affected: ["s.hale@northmoor.example"] });
  await council.pass(HOUR);
  await aProposal.approved(council, { incident: threat });
  const customer = { ref: "C-1043" };
  await aProposal.awaitingDecision(council, { customer, incident: await reported(council, { customer }) });
  await council.pass(8 * DAY);
  await createIntakeToken({ db: council.db, now: () => clock.now })({ organisation, name: "phones", sources: [] });
  await council.screen({
    organisation,
    source: "phones",
    contacts: [
      {
        id: randomUUID(),
        occurredAt: clock.now.toISOString(),
        direction: "inbound",
        channel: "phone",
        customer: { ref: "C-1042" },
        officer: { email: "s.hale@northmoor.example" },
      },
    ],
  });
  await use.makeDelegation({
    organisation,
    actor: await council.actor("d.okafor"),
    from: null,
    to: "t.kerr@northmoor.example",
    startsOn: "2026-03-16",
    endsOn: "2026-03-20",
  });
  await council.sql`delete from chat_account where account = 'p.shah'`;
  await council.sql`update officer set roles = roles || '{executive}' where email like 'm.lindqvist@%'`;
  await council.pass(3 * DAY);
}

describe("a database that is given back", () => {
  it("holds after a long case what a new one holds, and after the next", async () => {
    const [council, untouched] = [await aCouncil(), await aCouncil()];
    const [asNew, name] = [await contentsOf(untouched.sql), await nameOf(council.sql)];
    await story(council);
    expect(differing(asNew, await contentsOf(council.sql))).toEqual(expect.arrayContaining(TOUCHED));
    await council.drop();

    const again = await aCouncil();
    expect(await nameOf(again.sql)).toBe(name);
    expect(differing(asNew, await contentsOf(again.sql))).toEqual([]);
    await reported(again);
    await again.sql`update officer set service = 'Parks'`;
    await again.drop();

    const third = await aCouncil();
    expect(await nameOf(third.sql)).toBe(name);
    expect(differing(asNew, await contentsOf(third.sql))).toEqual([]);
    await third.drop();
    await untouched.drop();
  });

  it("has lost whatever was written to any table of an organisation", async () => {
    const [db, untouched] = [await borrowDatabase(), await borrowDatabase()];
    const [asNew, name] = [await contentsOf(untouched.owner.sql), await nameOf(db.owner.sql)];
    await asRestorer(db, (restorer) => fillEveryTable(restorer, [randomUUID(), randomUUID()]));
    const changed = differing(asNew, await contentsOf(db.owner.sql));
    expect(changed).toEqual(expect.arrayContaining([...(await tablesOfOrganisations(db.owner)), "organisation"]));
    await db.drop();

    const again = await borrowDatabase();
    expect(await nameOf(again.owner.sql)).toBe(name);
    expect(differing(asNew, await contentsOf(again.owner.sql))).toEqual([]);
    await again.drop();
    await untouched.drop();
  });

  it("answers nothing more to who had it, who gives it back only once", async () => {
    const db = await borrowDatabase();
    await db.drop();
    expect(() => db.app.sql`select 1`).toThrow("revoked");
    await expect(db.owner.drizzle.execute("select 1")).rejects.toThrow(/revoked|Failed query/);
    await db.drop();
    const names = await Promise.all(
      [await borrowDatabase(), await borrowDatabase()].map(async (one) => {
        const name = await nameOf(one.owner.sql);
        await one.drop();
        return name;
      }),
    );
    expect(new Set(names).size).toBe(2);
  });
});

describe("is dropped, and never lent again, a database", () => {
  type Leave = (db: TestDatabase) => Promise<unknown>;
  const left: readonly (readonly [string, Leave])[] = [
    ["with a table more", ({ owner }) => owner.sql`create table stray (id integer)`],
    ["with a temporary table", ({ owner }) => owner.sql`create temporary table stray (id integer)`],
    ["with an index less", ({ owner }) => owner.sql`drop index incident_organisation_id_customer_id_index`],
    ["with a right less", ({ owner }) => owner.sql`revoke select on copy from restricted_contact_app`],
    ["that knows how its values are spread", ({ owner }) => owner.sql`analyze copy`],
    ["whose connection is another role", ({ owner }) => owner.sql`set role restricted_contact_app`],
    ["with the lock of a session", ({ owner }) => owner.sql`select pg_advisory_lock(1)`],
    ["with a transaction that goes on", (db) => begun(db, (tx) => tx`select 1`)],
    ["with a table that is locked", (db) => begun(db, (tx) => tx`lock table copy`)],
    ["with much that was deleted", (db) => asRestorer(db, muchWritten)],
  ];

  it.each(left)("%s", async (_, leave) => {
    const db = await borrowDatabase();
    const name = await nameOf(db.owner.sql);
    await leave(db);
    await db.drop();
    const other = await borrowDatabase();
    const there = await other.owner.sql`select datname as name from pg_database where datname = ${name}`;
    expect(there).toEqual([]);
    await other.drop();
  });
});

/** Checks, foreign keys and guards do not hold for it, and what it changes of a table is not noted. */
async function asRestorer<T>({ ownerUrl }: TestDatabase, work: (db: Db) => Promise<T>): Promise<T> {
  const db = connectAsOwner(`${ownerUrl}?session_replication_role=replica`);
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

const muchWritten = ({ sql }: Db): Promise<unknown> => sql`
  insert into contact (organisation_id, source, source_id, occurred_at, received_at, direction, channel, outcome, answer)
  select gen_random_uuid(), 's', n::text, now(), now(), 'inbound', 'phone', 'clear', '{}' from generate_series(1, 9000) n`;

/** In a transaction that does not end before its connection does. */
async function begun({ ownerUrl }: TestDatabase, work: (tx: TransactionSql) => Promise<unknown>): Promise<void> {
  const { sql } = connectAsOwner(ownerUrl, { max: 1 });
  await new Promise<void>((done, failed) => {
    const whole = sql.begin(async (tx) => {
      await work(tx);
      done();
      await new Promise(() => {});
    });
    whole.catch(failed);
  });
}
