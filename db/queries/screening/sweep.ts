/** Deleting what is not to be kept, a bounded number of rows at a time (DESIGN decision 14). */
import type { Sql } from "../../connect.ts";

type Batch = { readonly before: Date; readonly most: number };

/** Deletes clear and unchecked contacts received before an instant. @returns how many; fewer than `most` when done */
export async function deleteContacts(sql: Sql, organisation: string, { before, most }: Batch): Promise<number> {
  const deleted = await sql`
    delete from contact where organisation_id = ${organisation}::uuid and ctid = any (array(
      select ctid from contact where organisation_id = ${organisation}::uuid
        and outcome in ('clear', 'not_checked') and received_at < ${before.toISOString()}::timestamptz
      limit ${most} for update skip locked))`;
  return deleted.count;
}

/** Forgets the identifiers of possible matches received before an instant. @returns how many */
export async function forgetSeen(sql: Sql, organisation: string, { before, most }: Batch): Promise<number> {
  const forgotten = await sql`
    update contact set seen = null where organisation_id = ${organisation}::uuid and ctid = any (array(
      select ctid from contact where organisation_id = ${organisation}::uuid
        and seen is not null and received_at < ${before.toISOString()}::timestamptz
      limit ${most} for update skip locked))`;
  return forgotten.count;
}
