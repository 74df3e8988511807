import type { ProposalRow } from "../../../db/queries/proposals.ts";
import type { Tx } from "../../../db/transaction.ts";
import type { Context } from "../context.ts";
import { assess } from "../propose/assess.ts";
import { askMore } from "./ask-more.ts";

/**
 * What these proposals rest on has changed: for each that waits, who decides it and whether it can be approved is computed
 * anew, and its cards say so. Lock them first.
 */
export async function lookAgain(
  tx: Tx,
  rows: readonly ProposalRow[],
  { at, chats }: { at: Date; chats: Context["chats"] },
): Promise<void> {
  for (const row of rows) {
    if (row.state === "submitted") await askMore(tx, await assess(tx, row, { now: at, chats }), { at, chats });
  }
}
