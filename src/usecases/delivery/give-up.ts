import { GATHERED_REFUSED, recordDelivery, type TakenCopy } from "../../../db/queries/deliveries.ts";
import { setFree } from "../../../db/queries/gathered.ts";
import type { Tx } from "../../../db/transaction.ts";
import { tryAgain } from "./try-again.ts";

/**
 * Gives a copy up. The alerts that stood in its card are not lost with it: they go out again; when the card was refused
 * before it was ever posted, each alone, this one's own among them.
 */
export async function giveUp(tx: Tx, copy: TakenCopy, error: string): Promise<void> {
  const key = { organisation: copy.organisationId, copy: copy.id };
  const alone = copy.messageId === null;
  const freed = await setFree(tx, copy, { alone });
  if (freed === 0 || !alone) return await recordDelivery(tx, key, { state: "failed", error });
  await recordDelivery(tx, key, { state: "pending", error: GATHERED_REFUSED });
  await tryAgain(tx, key, 0);
}
