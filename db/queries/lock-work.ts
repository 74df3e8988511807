import { and, asc, eq, inArray, isNull, or } from "drizzle-orm";
import { approver, proposal } from "../schema/index.ts";
import type { Tx } from "../transaction.ts";
import { OPEN } from "./proposals.ts";

/**
 * Every proposal that these officers made, every one that waits for one of them, and every open one about these customers,
 * locked until the transaction ends: in one statement, in the order of their ids. Before their reports are touched, because whoever closes a report locks the
 * proposals that rest on it first.
 */
export async function lockWorkOf(
  tx: Tx,
  organisation: string,
  { officers, customers = [] }: { readonly officers: readonly string[]; readonly customers?: readonly string[] },
): Promise<void> {
  if (officers.length + customers.length === 0) return;
  const asked = tx
    .select({ id: approver.proposalId })
    .from(approver)
    .where(
      and(
        eq(approver.organisationId, organisation),
        inArray(approver.officerId, [...officers]),
        isNull(approver.verdict),
        isNull(approver.interestDeclaredAt),
      ),
    );
  const waits = and(eq(proposal.state, "submitted"), inArray(proposal.id, asked));
  const about = and(inArray(proposal.state, [...OPEN]), inArray(proposal.customerId, [...customers]));
  await tx
    .select({ id: proposal.id })
    .from(proposal)
    .where(
      and(eq(proposal.organisationId, organisation), or(inArray(proposal.proposedBy, [...officers]), waits, about)),
    )
    .orderBy(asc(proposal.id))
    .for("update");
}
