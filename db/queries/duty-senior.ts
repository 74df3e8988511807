/** The senior whom an organisation has chosen for the short road. */
import { eq } from "drizzle-orm";
import { prepared } from "../prepared.ts";
import { dutySenior } from "../schema/index.ts";
import type { Tx } from "../transaction.ts";

const chosen = prepared({ officer: dutySenior.officerId }, ["organisation"], (select, { organisation }) =>
  select.from(dutySenior).where(eq(dutySenior.organisationId, organisation)),
);

/** Their id; null when nobody was chosen. */
export async function findDutySenior(tx: Tx, organisation: string): Promise<string | null> {
  const [row] = await chosen(tx, { organisation });
  return row?.officer ?? null;
}

/** Chooses somebody, in place of whoever was chosen before. */
export async function saveDutySenior(tx: Tx, row: typeof dutySenior.$inferInsert): Promise<void> {
  await tx.insert(dutySenior).values(row).onConflictDoUpdate({ target: dutySenior.organisationId, set: row });
}
