/** Officers whom the customer complained about: they do not decide (CASEWORK section 4), and no card says why. */
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { appendAudit } from "../../../db/queries/audit.ts";
import { loadComplainedAbout, type ProposalRow } from "../../../db/queries/proposals.ts";
import { officer, proposal } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";

/** Whose e-mails these are, in one order; those of before when nothing was asked. */
export async function officersNamed(tx: Tx, row: ProposalRow, emails: readonly string[] | undefined) {
  if (!emails) return { known: row.complainedAbout, strangers: [] };
  const given = [...new Set(emails.map((email) => email.toLowerCase()))];
  const found = await tx
    .select({ id: officer.id, email: officer.email })
    .from(officer)
    .where(and(eq(officer.organisationId, row.organisationId), inArray(sql`lower(${officer.email})`, given)));
  // The form does not show the proposer their own name, and so does not take it away.
  const kept = row.complainedAbout.filter((id) => id === row.proposedBy);
  return {
    known: [...new Set([...found.map(({ id }) => id), ...kept])].toSorted(),
    strangers: given.filter((email) => found.every((one) => one.email.toLowerCase() !== email)),
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

/** A complaint outlives the proposal it was recorded with: whom it names decides nothing until somebody takes it back. */
export async function lastComplainedAbout(tx: Tx, organisation: string, customer: string): Promise<string[]> {
  const [last] = await tx
    .select()
    .from(proposal)
    .where(and(eq(proposal.organisationId, organisation), eq(proposal.customerId, customer)))
    .orderBy(desc(proposal.startedAt), desc(proposal.id))
    .limit(1);
  return last ? await loadComplainedAbout(tx, last) : [];
}
