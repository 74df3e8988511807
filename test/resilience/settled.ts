/** What the database of a test says. */
import type { TestDatabase } from "../support/database.ts";

/** A count: the query gives one row with `count`. */
export async function countIn({ owner }: TestDatabase, query: string): Promise<number> {
  const [row] = await owner.sql.unsafe<{ count: number }[]>(query);
  return row?.count ?? -1;
}

/** Copies that are still to be delivered. One council has people in a Teams tenant that is not served here: those fail. */
export function copiesBehind(database: TestDatabase): Promise<number> {
  return countIn(
    database,
    "select count(*)::int from copy where state <> 'failed' and (sent < wanted or state <> 'sent')",
  );
}

export const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
