/** Deleting what is not to be kept, a bounded number of rows at a time (DESIGN decision 14). */
import type { Sql } from "../../connect.ts";

/** Rows received from one instant on, and before another; both in the order in which they were received. */
export type Batch = { readonly from: Date; readonly before: Date; readonly most: number };

/** How many rows a batch had; fewer than `most` when it was the last. `last`: when its youngest row was received. */
export type Taken = { readonly count: number; readonly last: Date | null };

const NOTHING: Taken = { count: 0, last: null };

/** Deletes clear and unchecked contacts. A row that somebody holds is left for the next day. */
export async function deleteContacts(sql: Sql, organisation: string, { from, before, most }: Batch): Promise<Taken> {
  const [taken = NOTHING] = await sql<Taken[]>`
    with batch as materialized (
      select ctid, received_at from contact
      where organisation_id = ${organisation}::uuid and outcome in ('clear', 'not_checked')
        and received_at >= ${from.toISOString()}::timestamptz and received_at < ${before.toISOString()}::timestamptz
      order by received_at limit ${most} for update skip locked),
    deleted as (
      delete from contact where organisation_id = ${organisation}::uuid and ctid = any (array(select ctid from batch)))
    select count(*)::integer as count, max(received_at) as last from batch`;
  return asRead(taken);
}

/** Forgets the identifiers of possible matches, and the digests of all that nobody judged. A row that somebody holds is left for the next day. */
export async function forgetSeen(sql: Sql, organisation: string, { from, before, most }: Batch): Promise<Taken> {
  const [taken = NOTHING] = await sql<Taken[]>`
    with batch as materialized (
      select ctid, received_at from contact
      where organisation_id = ${organisation}::uuid and pair is not null
        and received_at >= ${from.toISOString()}::timestamptz and received_at < ${before.toISOString()}::timestamptz
      order by received_at limit ${most} for update skip locked),
    forgotten as (
      update contact set seen = null, pair = null
      where organisation_id = ${organisation}::uuid and ctid = any (array(select ctid from batch)))
    select count(*)::integer as count, max(received_at) as last from batch`;
  return asRead(taken);
}

/** The driver gives times as text where Drizzle has set it up. */
const asRead = ({ count, last }: Taken): Taken => ({ count, last: last && new Date(last) });
