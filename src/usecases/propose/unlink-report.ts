/** What a proposal wrote on a report goes with it when it is withdrawn: a customer who was named by mistake can be put right. */
import { and, eq, ne, notInArray, sql } from "drizzle-orm";
import { z } from "zod";
import { appendAudit, factsOnRecord } from "../../../db/queries/audit.ts";
import { findProposal, type ProposalRow } from "../../../db/queries/proposals.ts";
import { customer, incident, ladderStep, proposal, proposalIncident } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";
import { takeBackReported } from "./taken-back-identifiers.ts";

type Report = { readonly organisation: string; readonly id: string };
type Taking = Report & { readonly by: string; readonly at: Date };

/** A report that stays a customer's; `because` is the reference of a proposal, or null for a step. */
export type Stays = { readonly report: string; readonly customer: string; readonly because: string | null };

export type Unlinked =
  /** Nobody knows whose it is. */
  | { readonly code: "freed" }
  | { readonly code: "stays"; readonly stays: Stays }
  /** It was not a withdrawn proposal that said whose it is. */
  | { readonly code: "as-it-was" };

/**
 * The report says again that nobody knows whose it is, if a proposal that was withdrawn is what said so, and what it gave
 * goes off the customer's record. Where a step, or another proposal, rests on the report being theirs, it stays so.
 */
export async function unlinkReport(tx: Tx, { by, at, ...report }: Taking): Promise<Unlinked> {
  const { organisation, id } = report;
  const [row] = await withCustomer(tx, report).for("update", { of: incident });
  const said = row && (await thatSaidSo(tx, report, row.customer));
  if (!row || said?.state !== "withdrawn") return { code: "as-it-was" };
  const rests = await restsOn(tx, report, { customer: row.customer });
  if (rests) return { code: "stays", stays: { report: row.ref, customer: row.customerRef, because: rests.ref } };
  await tx.update(incident).set({ customerId: null }).where(thisReport(report));
  const subject = { kind: "incident", id };
  const facts = { customer: row.customer, proposal: said.id };
  await appendAudit(tx, { organisation, at, event: "incident-unlinked", by, subject, facts });
  await takeBackReported(tx, { organisation, incident: id, ...facts, by, at });
  return { code: "freed" };
}

/** What would stay with its customer if this proposal were withdrawn now, as `unlinkReport` says it then. Nothing is written. */
export async function staysAfter(tx: Tx, report: Report, withdrawn: string): Promise<Stays | undefined> {
  const [row] = await withCustomer(tx, report);
  const said = row && (await thatSaidSo(tx, report, row.customer));
  if (!row || !said || (said.id !== withdrawn && said.state !== "withdrawn")) return undefined;
  const rests = await restsOn(tx, report, { customer: row.customer, besides: withdrawn });
  return rests && { report: row.ref, customer: row.customerRef, because: rests.ref };
}

const withCustomer = (tx: Tx, report: Report) =>
  tx
    .select({ ref: incident.ref, customer: customer.id, customerRef: customer.ref })
    .from(incident)
    .innerJoin(customer, and(eq(customer.organisationId, report.organisation), eq(customer.id, incident.customerId)))
    .where(thisReport(report));

const thisReport = ({ organisation, id }: Report) =>
  and(eq(incident.organisationId, organisation), eq(incident.id, id));

const Linked = z.object({ proposal: z.string().nullish() });

/** The proposal that made the report this customer's; a step, or the reporter, may have instead. */
async function thatSaidSo(tx: Tx, { organisation, id }: Report, about: string): Promise<ProposalRow | undefined> {
  const subject = { kind: "incident", id };
  const facts = { customer: about };
  const linked = await factsOnRecord(tx, { organisation, event: "incident-linked", subject, facts });
  const last = linked.length > 0 ? Linked.parse(linked.at(-1)).proposal : null;
  return last ? await findProposal(tx, organisation, last) : undefined;
}

const AT_ITS_END = ["rejected", "withdrawn", "superseded"] as const;

/** A step that it led to (without a reference), or a proposal about the customer that it explains, `besides` this one. */
async function restsOn(
  tx: Tx,
  { organisation, id }: Report,
  { customer: about, besides }: { readonly customer: string; readonly besides?: string },
): Promise<{ readonly ref: string | null } | undefined> {
  const [step] = await tx
    .select({ id: ladderStep.id })
    .from(ladderStep)
    .where(and(eq(ladderStep.organisationId, organisation), eq(ladderStep.incidentId, id)))
    .limit(1);
  if (step) return { ref: null };
  const [explained] = await tx
    .select({ ref: proposal.ref })
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
        eq(proposal.customerId, about),
        notInArray(proposal.state, [...AT_ITS_END]),
        besides ? ne(proposal.id, besides) : undefined,
      ),
    )
    .limit(1);
  return explained;
}
