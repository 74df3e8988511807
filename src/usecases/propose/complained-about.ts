/** Officers whom the customer complained about: they do not decide (CASEWORK section 4), and no card says why. */
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { appendAudit, factsOnRecord } from "../../../db/queries/audit.ts";
import { loadComplainedAbout } from "../../../db/queries/proposal-parts.ts";
import type { ProposalRow } from "../../../db/queries/proposals.ts";
import { customer, officer, proposal } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";
import { personKey } from "../../policy/screening/staff.ts";

/**
 * Whose e-mails these are, in one order, and as they were typed those that are nobody's; those of before when nothing was asked. A form opened before a complaint was
 * settled names its officer still, and does not record it anew.
 * @param opened the version that the form was opened with
 */
export async function officersNamed(
  tx: Tx,
  row: ProposalRow,
  {
    complainedAbout: emails,
    opened = row.version,
  }: { readonly complainedAbout?: readonly string[]; readonly opened?: number },
) {
  if (!emails) return { known: row.complainedAbout, strangers: [] };
  const given = Map.groupBy(emails, personKey);
  const found = await tx
    .select({ id: officer.id, email: officer.email })
    .from(officer)
    .where(
      and(eq(officer.organisationId, row.organisationId), inArray(sql`lower(${officer.email})`, [...given.keys()])),
    );
  // The form does not show the proposer their own name, and so does not take it away.
  const kept = row.complainedAbout.filter((id) => id === row.proposedBy);
  const settled = await settledSince(tx, row, opened);
  const named = found.flatMap(({ id }) => (settled.includes(id) ? [] : [id]));
  return {
    known: [...new Set([...named, ...kept])].toSorted(),
    strangers: [...given].flatMap(([key, typed]) =>
      found.some(({ email }) => personKey(email) === key) ? [] : typed.slice(0, 1),
    ),
  };
}

/** Whom a complaint names stands in the audit alone: cards and dialogs say only that somebody does not decide. */
export async function auditComplaint(
  tx: Tx,
  { organisationId, id, complainedAbout }: ProposalRow,
  { by, at }: { by: string; at: Date },
): Promise<void> {
  await appendAudit(tx, {
    organisation: organisationId,
    at,
    event: "complaint-recorded",
    by,
    subject: { kind: "proposal", id },
    facts: { officers: complainedAbout },
  });
}

/** What is recorded of each draft that a settled complaint stood in: whom it named there, and the version it made. */
const TakenOff = z.object({ officers: z.array(z.string()), version: z.number() });

/** Whom a form of this draft may still name though their complaint was settled since the form was opened at that version. */
async function settledSince(tx: Tx, row: ProposalRow, opened: number): Promise<readonly string[]> {
  const subject = { kind: "proposal", id: row.id } as const;
  const recorded = await factsOnRecord(tx, { organisation: row.organisationId, event: "complaint-taken-off", subject });
  return recorded
    .map((facts) => TakenOff.parse(facts))
    .flatMap(({ officers, version }) => (version > opened ? officers : []));
}

/** Whoever begins a draft reads which complaints stand, and whoever settles one changes that: one after the other. */
export async function lockComplaints(tx: Tx, organisation: string, id: string): Promise<void> {
  await tx
    .select({ id: customer.id })
    .from(customer)
    .where(and(eq(customer.organisationId, organisation), eq(customer.id, id)))
    .for("no key update");
}

/**
 * A complaint outlives the proposal it was recorded with: whom it names decides nothing until somebody takes it back.
 * Nobody settles one until what is read here is written.
 */
export async function lastComplainedAbout(tx: Tx, organisation: string, about: string): Promise<string[]> {
  await lockComplaints(tx, organisation, about);
  const [last] = await tx
    .select()
    .from(proposal)
    .where(and(eq(proposal.organisationId, organisation), eq(proposal.customerId, about)))
    .orderBy(desc(proposal.startedAt), desc(proposal.id))
    .limit(1);
  return last ? await loadComplainedAbout(tx, last) : [];
}
