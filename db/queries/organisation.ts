import { eq, getTableColumns, sql } from "drizzle-orm";
import { prepared } from "../prepared.ts";
import { holiday, organisation } from "../schema/index.ts";
import type { Tx } from "../transaction.ts";

const days = sql<string[]>`array(select ${holiday.day}::text from ${holiday}
  where ${holiday.organisationId} = ${sql.placeholder("id")})`;

const byId = prepared({ ...getTableColumns(organisation), holidays: days }, ["id"], (select, { id }) =>
  select.from(organisation).where(eq(organisation.id, id)),
);

/** The organisation of this transaction, with its own added holidays as ISO dates. */
export async function loadOrganisation(tx: Tx, id: string) {
  const [row] = await byId(tx, { id });
  if (!row) throw new Error("the organisation of this transaction does not exist");
  return row;
}

export type Organisation = Awaited<ReturnType<typeof loadOrganisation>>;
