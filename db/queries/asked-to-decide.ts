/** Open proposals that an officer was asked to decide and has not; whether they still may is a matter of the policy. */
import { and, asc, eq, getTableColumns, isNull } from "drizzle-orm";
import { approver, proposal } from "../schema/index.ts";
import type { Tx } from "../transaction.ts";
import type { ProposalRow } from "./proposals.ts";

export async function askedToDecide(tx: Tx, organisation: string, officer: string): Promise<readonly ProposalRow[]> {
  return await tx
    .select(getTableColumns(proposal))
    .from(approver)
    .innerJoin(
      proposal,
      and(eq(proposal.organisationId, approver.organisationId), eq(proposal.id, approver.proposalId)),
    )
    .where(
      and(
        eq(approver.organisationId, organisation),
        eq(approver.officerId, officer),
        isNull(approver.verdict),
        isNull(approver.interestDeclaredAt),
        eq(proposal.state, "submitted"),
      ),
    )
    .orderBy(asc(proposal.id));
}
