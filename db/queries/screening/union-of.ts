import type { PendingQuery, Row } from "postgres";
import type { Sql } from "../../connect.ts";

type Query = PendingQuery<Row[]>;

/** The rows of these queries, each once, as one query; undefined when there is none. */
export function unionOf(sql: Sql, queries: readonly (Query | false)[]): Query | undefined {
  const [first, ...others] = queries.filter((query) => query !== false);
  if (first === undefined) return undefined;
  return others.reduce((all, query) => sql`${all} union ${query}`, first);
}
