/** DESIGN decision 9: organisations are separate, also where a query forgets its filter. */
import { getTableColumns, getTableName, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { afterAll, describe, expect, it } from "vitest";
import type { Db, Sql } from "../../db/connect.ts";
import * as schema from "../../db/schema/index.ts";
import { freshDatabase } from "../support/database.ts";
import { fillEveryTable, tablesOfOrganisations } from "./every-table.ts";

const NORTHMOOR = "00000000-0000-4000-8000-000000000001";
const MARLOWICK = "00000000-0000-4000-8000-000000000002";
/** What was written stays as it was: the record, and the policies that decisions name. */
const NEVER_CHANGED = ["audit", "policy_pack"];
/** The only tables of which the product deletes rows. */
const DELETED_FROM = ["approver", "chat_account", "contact", "identifier", "ladder_step", "not_same_person"];

describe("row-level security", async () => {
  const db = await freshDatabase();
  afterAll(() => db.drop());
  const tables = await tablesOfOrganisations(db.owner);
  await fillEveryTable(db.owner, [NORTHMOOR, MARLOWICK]);

  it("is looked at on every table of the schema", () => {
    const declared = Object.values<unknown>(schema).filter((thing) => is(thing, PgTable));
    const withColumn = declared.filter((table) => "organisationId" in getTableColumns(table)).map(getTableName);
    expect(tables.toSorted()).toEqual(withColumn.toSorted());
    expect(tables.length).toBeGreaterThanOrEqual(30);
    // The only table without the column is the organisation itself.
    expect(declared.length - withColumn.length).toBe(1);
  });

  it.each([...tables, "organisation"])("is on, forced and has a policy for the application: %s", async (table) => {
    const [found] = await db.owner.sql`
      select c.relrowsecurity as on, c.relforcerowsecurity as forced,
        (select count(*)::int from pg_policy p where p.polrelid = c.oid
          and p.polroles = array['restricted_contact_app'::regrole::oid] and p.polcmd = '*' and p.polwithcheck is not null) as policies
      from pg_class c where c.oid = ${table}::regclass`;
    expect(found).toEqual({ on: true, forced: true, policies: 1 });
  });

  it.each(tables)("shows nothing before the organisation is known: %s", async (table) => {
    expect(await db.app.sql`select 1 from ${db.app.sql(table)}`).toHaveLength(0);
    expect(await db.owner.sql`select 1 from ${db.owner.sql(table)}`).toHaveLength(2);
  });

  it.each(tables)("shows one organisation its own rows only, without a filter: %s", async (table) => {
    const seen = await as(db.app, NORTHMOOR, (sql) => sql`select organisation_id from ${sql(table)}`);
    expect(seen).toEqual([{ organisation_id: NORTHMOOR }]);
  });

  it.each(tables.filter((table) => !NEVER_CHANGED.includes(table)))("changes its own rows only: %s", async (table) => {
    const changed = await as(
      db.app,
      NORTHMOOR,
      (sql) => sql`update ${sql(table)} set organisation_id = organisation_id`,
    );
    expect(changed.count).toBe(1);
  });

  it.each(NEVER_CHANGED)("changes nothing: %s", async (table) => {
    const changed = as(db.app, NORTHMOOR, (sql) => sql`update ${sql(table)} set organisation_id = organisation_id`);
    await expect(changed).rejects.toMatchObject({ code: "42501" });
  });

  it.each(DELETED_FROM)("deletes its own rows only: %s", async (table) => {
    const deleted = await as(db.app, NORTHMOOR, (sql) => sql`delete from ${sql(table)}`);
    expect(deleted.count).toBe(1);
  });

  it.each(tables.filter((table) => !DELETED_FROM.includes(table)))("deletes nothing: %s", async (table) => {
    const deleted = as(db.app, NORTHMOOR, (sql) => sql`delete from ${sql(table)}`);
    await expect(deleted).rejects.toMatchObject({ code: "42501" });
  });

  it.each(tables)("takes no row for another organisation: %s", async (table) => {
    const copied = as(db.app, NORTHMOOR, async (sql) => {
      await sql`create temporary table stolen on commit drop as select * from ${sql(table)}`;
      await sql`update stolen set organisation_id = ${MARLOWICK}`;
      // What the database makes of other columns cannot be given.
      const given = await sql`select attname as name from pg_attribute
        where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`;
      const columns = sql(given.map(({ name }) => String(name)));
      return sql`insert into ${sql(table)} (${columns}) overriding system value select ${columns} from stolen`;
    });
    await expect(copied).rejects.toMatchObject({ code: "42501" });
  });

  it("shows an organisation itself only", async () => {
    expect(await as(db.app, NORTHMOOR, (sql) => sql`select id from organisation`)).toEqual([{ id: NORTHMOOR }]);
    expect(await db.app.sql`select id from organisation`).toHaveLength(0);
  });
});

/** Thrown at the end of a transaction that is taken back. */
const TAKEN_BACK = new Error("taken back");

/** Runs a statement as one organisation and takes it back. */
async function as<T>(db: Db, organisation: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const result = Promise.withResolvers<T>();
  const transaction = db.sql.begin(async (sql) => {
    await sql`select set_config('app.organisation', ${organisation}, true)`;
    result.resolve(await work(sql as unknown as Sql));
    throw TAKEN_BACK;
  });
  await transaction.catch((error: unknown) => {
    if (error !== TAKEN_BACK) throw error;
  });
  return await result.promise;
}
