import { and, asc, eq } from "drizzle-orm";
import { addCopies, refreshCopies } from "../../../db/queries/copies.ts";
import { findDelegation } from "../../../db/queries/delegations.ts";
import { lockProposal } from "../../../db/queries/proposals.ts";
import { proposal } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";
import { lookAgain } from "../decide/look-again.ts";
import { tellOfStandIns } from "../named-away/tell-team.ts";
import { loadOffice } from "../office.ts";
import { passQuestions } from "../social-work/pass-questions.ts";
import type { DueHandler, DueRow } from "./due-handler.ts";
import { passReports } from "./waiting-reports.ts";

/**
 * Staff or customers are others from this moment: each open proposal is looked at again, its gates and who may decide it;
 * then who looks at the reports that wait, whom a question to Social Work still reaches, and who stands in for named
 * officers.
 */
export const staffChange: DueHandler = async (tx, due, { at, chats }) => {
  const people = await tellBoth(tx, due, { at, chats });
  const { organisationId } = due;
  const open = await tx
    .select({ id: proposal.id })
    .from(proposal)
    .where(and(eq(proposal.organisationId, organisationId), eq(proposal.state, "submitted")))
    .orderBy(asc(proposal.id));
  for (const { id } of open) {
    const row = await lockProposal(tx, organisationId, id);
    if (row) await lookAgain(tx, [row], { at, chats });
  }
  const ledger = { organisation: organisationId, chats, now: at };
  const office = await loadOffice(tx, organisationId, ledger);
  await passReports(tx, ledger, { staff: office.staff, people });
  await passQuestions(tx, ledger, office.staff);
  await tellOfStandIns(tx, ledger, { office });
};

/**
 * Where it is a delegation that began or ended, whoever is away and whoever stands in have a card of it.
 * @returns who they are; nobody where it is no delegation
 */
async function tellBoth(
  tx: Tx,
  { organisationId, subjectId }: DueRow,
  { at, chats }: Pick<Parameters<DueHandler>[2], "at" | "chats">,
): Promise<readonly string[]> {
  const row = await findDelegation(tx, organisationId, { id: subjectId });
  if (!row) return [];
  const both = [row.officerId, row.delegateId];
  await addCopies(
    tx,
    { organisation: organisationId, chats, now: at },
    both.map((officer) => ({ kind: "delegation", subject: subjectId, officer })),
  );
  await refreshCopies(tx, organisationId, [subjectId]);
  return both;
}
