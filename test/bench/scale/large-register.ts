/**
 * A council with many customers: 4 identifiers each, one in twenty with an arrangement. Written by set-based SQL, because
 * an import of a million would take longer than the bench; `as-imported.ts` checks that the rows are what an import writes.
 */
import postgres from "postgres";
import type { Sql } from "../../../db/connect.ts";
import type { BenchCluster } from "../cluster.ts";
import type { Register } from "../register.ts";
import { drawPeople } from "./people-drawn.ts";
import { everyKind, NO_EMAIL } from "./restrictions.ts";

export type LargeRegister = {
  readonly url: string;
  readonly organisation: string;
  readonly token: string;
  readonly customers: number;
};

type Wanted = { readonly name: string; readonly customers: number };

/** The bench's council, its staff, channel and token, with these customers in place of its own. */
export async function makeLargeRegister(
  cluster: BenchCluster,
  { database, organisation, token }: Register,
  { name, customers }: Wanted,
): Promise<LargeRegister> {
  const url = await cluster.database(name, database);
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await sql`truncate customer cascade`;
  await sql`delete from due`;
  await withoutIndexes(sql, ["customer", "identifier", "name_key", "arrangement", "restriction"], async () => {
    await drawPeople(sql, customers);
    await writeCustomers(sql, organisation);
    await writeArrangements(sql, organisation);
  });
  await sql`vacuum analyze`;
  await sql`checkpoint`;
  await sql.end();
  return { url, organisation, token, customers };
}

/**
 * Fills tables without keeping their indexes up to date row by row, and without asking of each row whether the row that
 * it refers to is there. The indexes are made anew in the end, as the migrations made them.
 */
export async function withoutIndexes(sql: Sql, tables: readonly string[], fill: () => Promise<void>): Promise<void> {
  const indexes = await sql<{ name: string; definition: string }[]>`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i where i.indrelid = any (${tables}::text[]::regclass[])
      and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`;
  for (const { name } of indexes) await sql.unsafe(`drop index ${name}`);
  await sql`set session_replication_role = replica`;
  await sql`set synchronous_commit = off`;
  await sql`set maintenance_work_mem = '512MB'`;
  await fill();
  await sql`set session_replication_role = origin`;
  for (const { definition } of indexes) await sql.unsafe(definition);
}

async function writeCustomers(sql: Sql, organisation: string): Promise<void> {
  await sql`
    insert into customer (organisation_id, id, ref, name, aliases, needs, arranged)
    select ${organisation}::uuid, id, ref, name, aliases, '{}', n % 20 = 0 from person order by n`;
  await sql`
    insert into identifier (organisation_id, id, customer_id, kind, value, key, shared, arranged)
    select ${organisation}::uuid, uuidv7(), p.id, i.kind::identifier_kind, i.value, i.key, i.shared, p.n % 20 = 0
    from person p cross join lateral (values
      ('phone', p.phone, p.phone_key, p.phone_shared), ('email', p.email, p.email_key, false),
      ('address', p.address, p.address_key, true), ('uprn', p.uprn, p.uprn, true)) i (kind, value, key, shared)`;
  await sql`
    insert into name_key (organisation_id, customer_id, key, arranged)
    select distinct ${organisation}::uuid, id, (select string_agg(distinct t, ' ' order by t) from unnest(n.tokens) t) as key, n % 20 = 0
    from person cross join lateral (values (tokens), (alias_tokens)) n (tokens) where n.tokens is not null order by key, id`;
}

/** Every twentieth customer. One arrangement in four says "no e-mail" and nothing else: the breaches of the bench. */
async function writeArrangements(sql: Sql, organisation: string): Promise<void> {
  const people = await sql<{ email: string }[]>`select email from officer where email like 'named%' order by email`;
  const kinds = everyKind(people.map(({ email }) => email));
  const sets = kinds.flatMap((one, place) => [
    [NO_EMAIL],
    [one],
    [one, kinds[(place + 7) % kinds.length]],
    [kinds[(place + 3) % kinds.length]],
  ]);
  await sql`
    create temp table held as
    select uuidv7() as id, p.id as customer, p.ref, p.n / 20 as place from person p where p.n % 20 = 0`;
  await sql`
    insert into arrangement (organisation_id, id, ref, customer_id, decided_at, decided_by, starts_at, ends_at, review_on,
      reason, pack_id, pack_version, told_at)
    select o.id, h.id, 'A-' || h.ref, h.customer, d.day - interval '12 hours',
      (select id from officer where organisation_id = o.id and 'senior_officer' = any (roles) limit 1),
      d.day, d.day + interval '6 months', (d.day + interval '5 months')::date,
      'Frequent contact on settled matters after a warning letter.', o.pack_id, o.pack_version, d.day - interval '1 hour'
    from held h join organisation o on o.id = ${organisation}::uuid
    cross join lateral (select date_trunc('day', now()) - (1 + h.place % 140) * interval '1 day' as day) d`;
  await sql`
    insert into restriction (organisation_id, id, arrangement_id, kind, clause, services, parameters)
    select ${organisation}::uuid, uuidv7(), h.id, (r.value ->> 'kind')::restriction_kind, r.value ->> 'clause',
      case when jsonb_typeof(r.value -> 'scope') = 'array'
        then array(select jsonb_array_elements_text(r.value -> 'scope')) end,
      r.value -> 'parameters'
    from held h
    join jsonb_array_elements(${JSON.stringify(sets)}::text::jsonb) with ordinality as s (restrictions, place)
      on s.place = 1 + h.place % ${sets.length}::int
    cross join lateral jsonb_array_elements(s.restrictions) r (value)`;
}
