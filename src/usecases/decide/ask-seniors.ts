import { approver } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";

/** Puts seniors on the list of those asked; one who is on it stays. */
export async function askSeniors(
  tx: Tx,
  {
    organisation,
    proposal: id,
    officers,
    at,
  }: { organisation: string; proposal: string; officers: readonly string[]; at: Date },
): Promise<void> {
  if (officers.length === 0) return;
  await tx
    .insert(approver)
    .values(officers.map((officerId) => ({ organisationId: organisation, proposalId: id, officerId, askedAt: at })))
    .onConflictDoNothing();
}
