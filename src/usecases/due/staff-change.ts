import { and, asc, eq } from "drizzle-orm";
import { addCopies, refreshCopies } from "../../../db/queries/copies.ts";
import { findDelegation } from "../../../db/queries/delegations.ts";
import { lockProposal } from "../../../db/queries/proposals.ts";
import { proposal } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";
import { lookAgain } from "../decide/look-again.ts";
import type { DueHandler, DueRow } from "./due-handler.ts";

/** Staff or customers are others from this moment: each open proposal is looked at again, its gates and who may decide it. */
export const staffChange: DueHandler = async (tx, due, { at, chats }) => {
  await tellBoth(tx, due, { at, chats });
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
};

/** Where it is a delegation that began or ended, whoever is away and whoever stands in have a card of it. */
async function tellBoth(
  tx: Tx,
  { organisationId, subjectId }: DueRow,
  { at, chats }: Pick<Parameters<DueHandler>[2], "at" | "chats">,
): Promise<void> {
  const row = await findDelegation(tx, organisationId, { id: subjectId });
  if (!row) return;
  await addCopies(
    tx,
    { organisation: organisationId, chats, now: at },
    [row.officerId, row.delegateId].map((officer) => ({ kind: "delegation", subject: subjectId, officer })),
  );
  await refreshCopies(tx, organisationId, [subjectId]);
}
