import { and, eq, inArray } from "drizzle-orm";
import { BEING_CHANGED, type ProposalRow } from "../../../db/queries/proposals.ts";
import { proposal, proposalIncident } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";
import type { Actor } from "../context.ts";

/** The actor's proposal about this report that they have in hand, if there is one. */
export async function ownProposal(
  tx: Tx,
  actor: Actor,
  { incident: incidentId, lock = false }: { incident: string; lock?: boolean },
): Promise<ProposalRow | undefined> {
  const query = tx
    .select({ proposal })
    .from(proposalIncident)
    .innerJoin(
      proposal,
      and(eq(proposal.organisationId, proposalIncident.organisationId), eq(proposal.id, proposalIncident.proposalId)),
    )
    .where(
      and(
        eq(proposalIncident.organisationId, actor.organisation),
        eq(proposalIncident.incidentId, incidentId),
        eq(proposalIncident.proposedFrom, true),
        eq(proposal.proposedBy, actor.officer),
        inArray(proposal.state, [...BEING_CHANGED]),
      ),
    );
  const [row] = lock ? await query.for("update", { of: proposal }) : await query;
  return row?.proposal;
}
