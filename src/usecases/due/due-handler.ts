import type { due } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";
import type { Context } from "../context.ts";

export type DueRow = typeof due.$inferSelect;

/** What one due entry does, in the transaction that marks it as done. What it waited for may have happened meanwhile: then nothing. */
export type DueHandler = (tx: Tx, row: DueRow, context: Context & { readonly at: Date }) => Promise<void>;
