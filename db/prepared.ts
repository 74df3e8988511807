/**
 * Queries whose text is made once in a process. Drizzle makes it anew for every call, and its own `prepare` binds a query
 * to one session, which with us is a transaction: that was a fifth of what a card costs to draw (measured). Only for what
 * is asked again and again; anything else is written where it is asked.
 */
import { Column, is, type Placeholder, type Query, type SQL, sql } from "drizzle-orm";
import { type PgColumn, type PgSelectBuilder, QueryBuilder } from "drizzle-orm/pg-core";
import type { Tx } from "./transaction.ts";

type Fields = Readonly<Record<string, PgColumn | SQL>>;
type Built<Rows> = { readonly toSQL: () => Query; readonly _: { readonly result: Rows } };

/**
 * A query that is asked in any transaction with `values` for the `names`, as the database wants them: ids, codes, instants
 * and dates in ISO form.
 * @returns what Drizzle would give for these fields; those of an outer join cannot be told from null columns
 */
export function prepared<F extends Fields, Name extends string, Rows extends readonly unknown[]>(
  fields: F,
  names: readonly Name[],
  build: (select: PgSelectBuilder<F, "qb">, given: Readonly<Record<Name, Placeholder>>) => Built<Rows>,
): (tx: Tx, values: Readonly<Record<Name, string | null>>) => Promise<Rows> {
  const given: Record<string, Placeholder> = Object.fromEntries(names.map((name) => [name, sql.placeholder(name)]));
  const query = build(new QueryBuilder().select(fields), given as Record<Name, Placeholder>).toSQL();
  const columns = Object.entries(fields);
  const read = (rows: readonly unknown[][]): unknown => rows.map((row) => named(columns, row));
  return async (tx, values) =>
    (await tx._.session.prepareQuery(query, undefined, undefined, true, read).execute(values)) as Rows;
}

/** Values come in the order in which the fields were asked for. */
function named(columns: readonly (readonly [string, PgColumn | SQL])[], row: readonly unknown[]) {
  const result: Record<string, unknown> = {};
  for (const [at, [name, field]] of columns.entries()) {
    const value = row[at];
    result[name] = value !== null && is(field, Column) ? field.mapFromDriverValue(value) : value;
  }
  return result;
}
