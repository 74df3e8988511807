/** The very rows that a request stored, in every table, under new ids: what a bulk insert of them is measured with. */
import { randomUUID } from "node:crypto";
import type { Sql } from "../../../db/connect.ts";
import { SOURCE } from "../council.ts";
import type { Size } from "./size.ts";

/** In the order that their foreign keys ask for. */
const TABLES = ["alert", "contact", "alert_recipient", "copy", "due", "audit"] as const;

/** Tables with rows, each with its rows as the text of a JSON array. */
export type Rows = ReadonlyMap<(typeof TABLES)[number], string>;

/** Copies of what these contacts became; the contacts alone when only they are wanted. */
export async function sameRows(
  { sql, organisation }: Size,
  ids: readonly string[],
  tables: readonly (typeof TABLES)[number][] = TABLES,
): Promise<Rows> {
  const contacts = sql`select * from contact
    where organisation_id = ${organisation} and source = ${SOURCE} and source_id = any (${[...ids]})`;
  const alerts = sql`select alert_id from (${contacts}) c where alert_id is not null`;
  const [row] = await sql<Record<(typeof TABLES)[number], string | null>[]>`select
    (select jsonb_agg(to_jsonb(a) || jsonb_build_object('ref', 'again-' || ref, 'conversation', 'again-' || conversation))::text from alert a where a.id in (${alerts})) as alert,
    (select jsonb_agg(to_jsonb(c) || jsonb_build_object('source_id', 'again-' || source_id))::text from (${contacts}) c) as contact,
    (select jsonb_agg(r)::text from alert_recipient r where r.alert_id in (${alerts})) as alert_recipient,
    (select jsonb_agg(c)::text from copy c where c.subject_id in (${alerts})) as copy,
    (select jsonb_agg(d)::text from due d where d.subject_id in (${alerts})) as due,
    (select jsonb_agg(a)::text from audit a where a.subject_id in (select alert_id::text from (${alerts}) s)) as audit`;
  // Contacts that come alone stay with the alerts that are there.
  const made = tables.includes("alert")
    ? await sql<{ id: string }[]>`select distinct alert_id as id from (${alerts}) s
    union all select id from copy where subject_id in (${alerts})
    union all select id from audit where subject_id in (select alert_id::text from (${alerts}) s)`
    : [];
  const fresh = new Map(made.map(({ id }) => [id, randomUUID()]));
  const renamed = (text: string) =>
    text.replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, (id) => fresh.get(id) ?? id);
  return new Map(
    tables.flatMap((table) => {
      const rows = row?.[table];
      return typeof rows === "string" ? [[table, renamed(rows)] as const] : [];
    }),
  );
}

/** One bulk insert for each table, in one transaction; of the deliveries their jobs too. None waits for the one before. */
export async function insertRows(sql: Sql, rows: Rows): Promise<void> {
  await sql.begin((tx) => [
    ...[...rows].map(
      ([table, text]) =>
        tx`insert into ${tx(table)} overriding user value
          select * from jsonb_populate_recordset(null::${tx(table)}, ${text}::text::jsonb)`,
    ),
    ...(rows.has("copy") ? [tx`select jobs.enqueue(${rows.get("copy") ?? ""}::text::jsonb)`] : []),
  ]);
}
