import { and, eq, inArray, isNotNull, or } from "drizzle-orm";
import { loadComplainedAbout } from "../../../db/queries/proposal-parts.ts";
import type { ProposalRow } from "../../../db/queries/proposals.ts";
import { approver } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";

/**
 * Complaints about these officers bar them no more: what they approved while they were barred, or before, was not counted,
 * nor what somebody approved in their place.
 * It is taken off each of these proposals that waits, so that they are asked anew; the audit keeps it. Whom another
 * complaint bars still stays as they are.
 */
export async function askAnew(tx: Tx, rows: readonly ProposalRow[], officers: readonly string[]): Promise<void> {
  for (const row of rows) {
    if (row.state !== "submitted") continue;
    const barred = await loadComplainedAbout(tx, row);
    const free = officers.filter((id) => !barred.includes(id));
    if (free.length === 0) continue;
    await tx
      .update(approver)
      .set({ verdict: null, verdictAt: null, reason: null, seatId: null })
      .where(
        and(
          eq(approver.organisationId, row.organisationId),
          eq(approver.proposalId, row.id),
          or(inArray(approver.officerId, free), inArray(approver.seatId, free)),
          isNotNull(approver.verdict),
        ),
      );
  }
}
