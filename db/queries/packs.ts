/** The packs that an organisation has put in force. Never changed, and only ever its own. */
import { and, asc, eq } from "drizzle-orm";
import { prepared } from "../prepared.ts";
import { policyPack } from "../schema/index.ts";
import type { Tx } from "../transaction.ts";

export type PackKey = { readonly packId: string; readonly packVersion: number };

const kept = prepared(
  { content: policyPack.content },
  ["organisation", "id", "version"],
  (select, { organisation, id, version }) =>
    select
      .from(policyPack)
      .where(and(eq(policyPack.organisationId, organisation), eq(policyPack.id, id), eq(policyPack.version, version))),
);

/** What was put in force under this id and version, as JSON; `undefined` for a pack that came with the product. */
export async function findKeptPack(tx: Tx, organisation: string, key: PackKey): Promise<unknown> {
  const [row] = await kept(tx, { organisation, id: key.packId, version: String(key.packVersion) });
  return row?.content;
}

/** Every pack the organisation has put in force, by id and version. */
export async function listKeptPacks(tx: Tx, organisation: string): Promise<readonly PackKey[]> {
  const columns = { packId: policyPack.id, packVersion: policyPack.version };
  return await tx
    .select(columns)
    .from(policyPack)
    .where(eq(policyPack.organisationId, organisation))
    .orderBy(asc(policyPack.id), asc(policyPack.version));
}

/** Keeps a pack. @throws when there is one of this id and version: what decisions name is never replaced */
export async function keepPack(tx: Tx, row: typeof policyPack.$inferInsert): Promise<void> {
  await tx.insert(policyPack).values(row);
}
