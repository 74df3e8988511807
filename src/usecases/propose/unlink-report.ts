/** What a proposal wrote on a report goes with it when it is withdrawn: a customer who was named by mistake can be put right. */
import { and, eq, ne, notInArray, sql } from "drizzle-orm";
import { appendAudit, factsOnRecord } from "../../../db/queries/audit.ts";
import type { ProposalRow } from "../../../db/queries/proposals.ts";
import { incident, ladderStep, proposal, proposalIncident } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";
import { takeBackReported } from "./given-identifiers.ts";

type Report = { readonly organisation: string; readonly id: string };
type Taking = { readonly row: ProposalRow; readonly by: string; readonly at: Date };

/**
 * The report says again that nobody knows whose it is, if this proposal is what said so, and what it gave goes off the
 * customer's record. Where a step, or another proposal, rests on the report being theirs, it stays so.
 * @returns whether it was taken back
 */
export async function unlinkReport(tx: Tx, id: string, { row, by, at }: Taking): Promise<boolean> {
  const organisation = row.organisationId;
  const subject = { kind: "incident", id };
  const facts = { customer: row.customerId, proposal: row.id };
  const [linked] = await factsOnRecord(tx, { organisation, event: "incident-linked", subject, facts });
  if (linked === undefined || (await isRestedOn(tx, { organisation, id }, row))) return false;
  const [taken] = await tx
    .update(incident)
    .set({ customerId: null })
    .where(and(eq(incident.organisationId, organisation), eq(incident.id, id), eq(incident.customerId, row.customerId)))
    .returning({ id: incident.id });
  if (!taken) return false;
  await appendAudit(tx, { organisation, at, event: "incident-unlinked", by, subject, facts });
  await takeBackReported(tx, { organisation, incident: id, customer: row.customerId, proposal: row.id, by, at });
  return true;
}

const AT_ITS_END = ["rejected", "withdrawn", "superseded"] as const;

/** A step that it led to, or another proposal about the customer that it explains. */
async function isRestedOn(tx: Tx, { organisation, id }: Report, row: ProposalRow): Promise<boolean> {
  const steps = await tx
    .select({ id: ladderStep.id })
    .from(ladderStep)
    .where(and(eq(ladderStep.organisationId, organisation), eq(ladderStep.incidentId, id)))
    .limit(1);
  if (steps.length > 0) return true;
  const explained = await tx
    .select({ id: proposal.id })
    .from(proposalIncident)
    .innerJoin(
      proposal,
      and(eq(proposal.organisationId, proposalIncident.organisationId), eq(proposal.id, proposalIncident.proposalId)),
    )
    .where(
      and(
        eq(proposalIncident.organisationId, organisation),
        eq(proposalIncident.incidentId, id),
        sql`cardinality(${proposalIncident.explains}) > 0`,
        ne(proposal.id, row.id),
        eq(proposal.customerId, row.customerId),
        notInArray(proposal.state, [...AT_ITS_END]),
      ),
    )
    .limit(1);
  return explained.length > 0;
}
