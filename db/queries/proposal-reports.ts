/** The reports of a proposal and which of its restrictions each explains (CASEWORK section 2, "linked"). */
import { and, asc, desc, eq, inArray, ne, or } from "drizzle-orm";
import type { ReportLink } from "../../src/policy/gates/report-links.ts";
import { RestrictionKind } from "../../src/policy/vocabulary.ts";
import { incident, proposal, proposalIncident } from "../schema/index.ts";
import type { Tx } from "../transaction.ts";
import { OPEN, type ProposalRow } from "./proposals.ts";

type Of = { readonly organisationId: string; readonly id: string };

/** Every report that was ever linked to the proposal; one whose link was taken back explains nothing. */
export async function loadReportLinks(tx: Tx, { organisationId, id }: Of): Promise<readonly ReportLink[]> {
  const rows = await tx
    .select()
    .from(proposalIncident)
    .where(and(eq(proposalIncident.organisationId, organisationId), eq(proposalIncident.proposalId, id)));
  return rows.map(({ incidentId, proposedFrom, explains }) => ({
    incident: incidentId,
    proposedFrom,
    explains: explains.map((kind) => RestrictionKind.parse(kind)),
  }));
}

/** Writes the links as they are from now on. */
export async function saveReportLinks(tx: Tx, { organisationId, id }: Of, links: readonly ReportLink[]): Promise<void> {
  for (const { incident: incidentId, proposedFrom, explains } of links) {
    await tx
      .insert(proposalIncident)
      .values({ organisationId, proposalId: id, incidentId, proposedFrom, explains: [...explains] })
      .onConflictDoUpdate({
        target: [proposalIncident.organisationId, proposalIncident.proposalId, proposalIncident.incidentId],
        set: { explains: [...explains] },
      });
  }
}

/**
 * The open proposals that rest on a report, locked until the transaction ends: those it was linked to, and those of its
 * customer, in whose history it counts. In the order of their ids, and before the report itself, as sending goes.
 */
export async function lockProposalsResting(
  tx: Tx,
  organisation: string,
  report: string,
): Promise<readonly ProposalRow[]> {
  const linked = tx
    .select({ id: proposalIncident.proposalId })
    .from(proposalIncident)
    .where(and(eq(proposalIncident.organisationId, organisation), eq(proposalIncident.incidentId, report)));
  const customer = tx
    .select({ id: incident.customerId })
    .from(incident)
    .where(and(eq(incident.organisationId, organisation), eq(incident.id, report)));
  return await tx
    .select()
    .from(proposal)
    .where(
      and(
        eq(proposal.organisationId, organisation),
        or(inArray(proposal.id, linked), inArray(proposal.customerId, customer)),
        inArray(proposal.state, [...OPEN]),
      ),
    )
    .orderBy(asc(proposal.id))
    .for("update");
}

/** The ids of a customer's proposals that are with senior staff. */
export async function submittedAbout(tx: Tx, organisation: string, customer: string): Promise<readonly string[]> {
  const rows = await tx
    .select({ id: proposal.id })
    .from(proposal)
    .where(
      and(
        eq(proposal.organisationId, organisation),
        eq(proposal.customerId, customer),
        eq(proposal.state, "submitted"),
      ),
    );
  return rows.map(({ id }) => id);
}

/** The newest reports of a customer that explain something: one that came to nothing does not. */
export async function reportsOfCustomer(
  tx: Tx,
  organisation: string,
  { customer, limit }: { customer: string; limit: number },
) {
  return await tx
    .select({
      id: incident.id,
      ref: incident.ref,
      occurredAt: incident.occurredAt,
      service: incident.service,
      reporterId: incident.reporterId,
      triageOfficerId: incident.triageOfficerId,
    })
    .from(incident)
    .where(
      and(
        eq(incident.organisationId, organisation),
        eq(incident.customerId, customer),
        ne(incident.state, "no_further_action"),
      ),
    )
    .orderBy(desc(incident.occurredAt), desc(incident.id))
    .limit(limit);
}
