import { refreshCopies } from "../../../db/queries/copies.ts";
import type { Tx } from "../../../db/transaction.ts";
import type { Assessed } from "./assess.ts";

/** Every card that says how a proposal stands: its own, those of the reports it deals with, and of its question to Social Work. */
export async function refreshCardsOf(tx: Tx, { row, parts, question }: Assessed): Promise<void> {
  const reports = parts.dealtWith.map(({ id }) => id);
  await refreshCopies(tx, row.organisationId, [row.id, ...reports, ...(question ? [question.id] : [])]);
}
