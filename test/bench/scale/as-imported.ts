/** Whether the rows of a large register are those that an import writes: some are imported elsewhere and compared. */
import { isDeepStrictEqual } from "node:util";
import postgres from "postgres";
import { connectAsApplication, type Sql } from "../../../db/connect.ts";
import { importWorld } from "../../../src/usecases/import-world/import-world.ts";
import type { BenchCluster } from "../cluster.ts";
import { councilWorld } from "../council.ts";
import type { Register } from "../register.ts";
import type { LargeRegister } from "./large-register.ts";

/** One in so many of the first thousand: some of them have an arrangement, most have none. */
const EVERY = 5;

/** @throws when a row differs in anything but its id */
export async function checkAsImported(cluster: BenchCluster, register: Register, large: LargeRegister): Promise<void> {
  const url = await cluster.database("imported", register.database);
  const [theirs, ours] = [postgres(url, { max: 1, onnotice: () => {} }), postgres(large.url, { max: 1 })];
  await theirs`truncate customer cascade`;
  const db = connectAsApplication(url);
  const now = new Date();
  const json = { ...councilWorld(now), ...(await worldOf(ours)) };
  const imported = await importWorld({ db, now: () => now })({ json });
  if (imported.code !== "imported") throw new Error(`refused: ${JSON.stringify(imported.faults.slice(0, 3))}`);
  const [written, expected] = [await rowsOf(ours), await rowsOf(theirs)];
  const other = written.findIndex((row, place) => !isDeepStrictEqual(row, expected[place]));
  if (written.length === 0 || other >= 0)
    throw new Error(`not as imported: ${JSON.stringify([written[other], expected[other]])}`);
  await Promise.all([db.close(), theirs.end(), ours.end()]);
}

/** The customers and their arrangements, as a world file writes them. */
async function worldOf(sql: Sql) {
  const customers = await sql`
    select ref, name, aliases, (select jsonb_agg(jsonb_build_object('kind', kind, 'value', value, 'shared', shared))
      from identifier i where i.customer_id = c.id) as identifiers
    from customer c where right(ref, 6)::int % ${EVERY} = 0 and right(ref, 6)::int <= 1000`;
  const arrangements = await sql`
    select a.ref, c.ref as customer, decided_at as "decidedAt", o.email as "decidedBy", starts_at as "startsAt",
      ends_at as "endsAt", review_on::text as "reviewOn", reason, told_at as "toldAt",
      (select jsonb_agg(jsonb_build_object('kind', kind, 'clause', clause, 'scope', coalesce(to_jsonb(services), '"organisation"'),
        'parameters', parameters)) from restriction r where r.arrangement_id = a.id) as restrictions
    from arrangement a join customer c on c.id = a.customer_id join officer o on o.id = a.decided_by
    where right(c.ref, 6)::int % ${EVERY} = 0 and right(c.ref, 6)::int <= 1000`;
  return JSON.parse(JSON.stringify({ customers, arrangements })) as object;
}

/** Everything that is stored of them, without ids. */
async function rowsOf(sql: Sql) {
  return await sql`
    select to_jsonb(c) - ${IDS}::text[] as customer,
      (select jsonb_agg(to_jsonb(i) - ${IDS}::text[] order by i.kind) from identifier i where i.customer_id = c.id) as identifiers,
      (select jsonb_agg(n.key order by n.key) from name_key n where n.customer_id = c.id) as names,
      (select jsonb_agg(to_jsonb(a) - ${IDS}::text[]) from arrangement a where a.customer_id = c.id) as arrangements,
      (select jsonb_agg(to_jsonb(r) - ${IDS}::text[] order by r.kind, r.parameters) from arrangement a
        join restriction r on r.arrangement_id = a.id where a.customer_id = c.id) as restrictions
    from customer c where right(ref, 6)::int % ${EVERY} = 0 and right(ref, 6)::int <= 1000 order by ref`;
}

const IDS = ["id", "customer_id", "arrangement_id"];
