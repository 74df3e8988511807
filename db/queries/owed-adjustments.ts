/** Proposals of the short road whose question about adjustments one officer may still have to answer (CASEWORK section 3). */
import { and, eq, gt, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import { arrangement, customer, officer, proposal } from "../schema/index.ts";
import type { Tx } from "../transaction.ts";
import type { ProposalRow } from "./proposals.ts";

type Owing = {
  readonly officer: string;
  /** The register team answers for a proposer who has left. */
  readonly forLeavers: boolean;
  readonly at: Date;
};

/**
 * Those with the seniors, in force or still to begin, in which no adjustments are said or the customer's care worker may
 * be asked about. A few at most: whether the question stands open is the gate's to say.
 */
export async function mayOweAdjustments(
  tx: Tx,
  organisation: string,
  { officer: own, forLeavers, at }: Owing,
): Promise<readonly ProposalRow[]> {
  const left = tx
    .select({ id: officer.id })
    .from(officer)
    .where(and(eq(officer.organisationId, organisation), eq(officer.status, "left")));
  const runs = tx
    .select({ id: arrangement.proposalId })
    .from(arrangement)
    .where(and(eq(arrangement.organisationId, organisation), gt(arrangement.endsAt, at), isNull(arrangement.liftedAt)));
  const withNeeds = tx
    .select({ id: customer.id })
    .from(customer)
    .where(and(eq(customer.organisationId, organisation), sql`cardinality(${customer.needs}) > 0`));
  return await tx
    .select()
    .from(proposal)
    .where(
      and(
        eq(proposal.organisationId, organisation),
        isNotNull(proposal.bypass),
        or(eq(proposal.proposedBy, own), forLeavers ? inArray(proposal.proposedBy, left) : undefined),
        or(eq(proposal.state, "submitted"), and(eq(proposal.state, "approved"), inArray(proposal.id, runs))),
        or(unsaid("adjustments"), and(unsaid("careWorkerDeclined"), inArray(proposal.customerId, withNeeds))),
      ),
    );
}

function unsaid(answer: "adjustments" | "careWorkerDeclined") {
  return sql`coalesce(${proposal.answers} ->> ${answer}::text, '') !~ '\\S'`;
}
