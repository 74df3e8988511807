/** What several cards of a report are made of. */
import { and, desc, eq, getTableColumns, notInArray } from "drizzle-orm";
import { prepared } from "../../../db/prepared.ts";
import { customer, incident, proposal, proposalIncident } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";

const reportById = prepared(getTableColumns(incident), ["organisation", "id"], (select, { organisation, id }) =>
  select.from(incident).where(and(eq(incident.organisationId, organisation), eq(incident.id, id))),
);

/** The report of a card. */
export async function loadIncident(tx: Tx, organisation: string, id: string) {
  const [row] = await reportById(tx, { organisation, id });
  return row;
}

const sentAbout = prepared(
  {
    ref: proposal.ref,
    state: proposal.state,
    startedAt: proposal.startedAt,
    submittedAt: proposal.submittedAt,
    decidedAt: proposal.decidedAt,
  },
  ["organisation", "report"],
  (select, { organisation, report }) =>
    select
      .from(proposalIncident)
      .innerJoin(
        proposal,
        and(eq(proposal.organisationId, proposalIncident.organisationId), eq(proposal.id, proposalIncident.proposalId)),
      )
      .where(
        and(
          eq(proposalIncident.organisationId, organisation),
          eq(proposalIncident.incidentId, report),
          eq(proposalIncident.proposedFrom, true),
          notInArray(proposal.state, ["draft", "withdrawn"]),
        ),
      )
      .orderBy(desc(proposal.startedAt))
      .limit(1),
);

/** The proposal that was sent about a report, the newest first; a draft is nobody else's business, nor what was taken back. */
export async function loadSentProposal(tx: Tx, organisation: string, report: string) {
  const [row] = await sentAbout(tx, { organisation, report });
  return row;
}

/** The customer of a report, as a card may name them: by their reference. */
export async function customerOf(tx: Tx, organisation: string, id: string) {
  const [row] = await tx
    .select({ ref: customer.ref })
    .from(customer)
    .where(and(eq(customer.organisationId, organisation), eq(customer.id, id)));
  return row;
}
