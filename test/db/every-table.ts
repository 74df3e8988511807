/** Rows in every table, whatever its columns: for tests that must not forget a table. */
import type { TransactionSql } from "postgres";
import type { Db } from "../../db/connect.ts";

/** Every table of ours with an `organisation_id`, as the database lists them. */
export async function tablesOfOrganisations(owner: Db): Promise<readonly string[]> {
  const rows = await owner.sql<{ name: string }[]>`
    select c.relname as name from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id' and not a.attisdropped
    where c.relkind in ('r', 'p') order by 1`;
  return rows.map((row) => row.name);
}

/** One row for each organisation in each table. The rows make no sense: checks and foreign keys are dropped first. */
export async function fillEveryTable(owner: Db, organisations: readonly string[]): Promise<void> {
  const tables = await tablesOfOrganisations(owner);
  await owner.sql.begin(async (sql) => {
    for (const { on, name } of await constraintsOf(sql)) await sql.unsafe(`alter table ${on} drop constraint ${name}`);
    for (const id of organisations) {
      await sql`insert into organisation (id, slug, name, country, time_zone, calendar, pack_id, pack_version)
        values (${id}, ${id}, 'Council', 'GB', 'Europe/London', 'scotland', 'pack', '1')`;
      for (const table of tables) await insertRow(sql, table, id);
    }
  });
}

async function constraintsOf(sql: TransactionSql): Promise<readonly { on: string; name: string }[]> {
  return sql`select conrelid::regclass::text as on, quote_ident(conname) as name from pg_constraint
    where contype in ('c', 'f') and connamespace = 'public'::regnamespace`;
}

async function insertRow(sql: TransactionSql, table: string, organisation: string): Promise<void> {
  const columns = await sql<{ name: string; type: string; kind: string }[]>`
    select quote_ident(attname) as name, format_type(atttypid, null) as type, t.typtype as kind
    from pg_attribute join pg_type t on t.oid = atttypid
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attnotnull and attidentity = '' and attgenerated = ''`;
  const values = columns.map(({ name, type, kind }) =>
    name === "organisation_id" ? `'${organisation}'` : kind === "e" ? `enum_first(null::${type})` : sample(type),
  );
  await sql.unsafe(
    `insert into ${table} (${columns.map((column) => column.name).join(", ")}) values (${values.join(", ")})`,
  );
}

function sample(type: string): string {
  if (type.endsWith("[]")) return "'{}'";
  const value = SAMPLES[type];
  if (value === undefined) throw new Error(`no sample value for the type ${type}`);
  return value;
}

const SAMPLES: Readonly<Record<string, string>> = {
  uuid: "gen_random_uuid()",
  text: "gen_random_uuid()::text",
  integer: "1",
  bigint: "1",
  boolean: "false",
  jsonb: "'{}'",
  date: "current_date",
  "timestamp with time zone": "now()",
};
