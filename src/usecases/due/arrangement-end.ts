/** Every arrangement ends at its end, and the day it does people are told; a letter that nobody sent is asked about. */
import { and, eq, isNull } from "drizzle-orm";
import { appendAudit } from "../../../db/queries/audit.ts";
import { addCopies, refreshCopies } from "../../../db/queries/copies.ts";
import { findProposal, lockProposalsAbout } from "../../../db/queries/proposals.ts";
import { arrangement, letter } from "../../../db/schema/index.ts";
import { lookAgain } from "../decide/look-again.ts";
import type { DueHandler } from "./due-handler.ts";

/** The owner and the register team are told that day (CASEWORK section 5). Screening goes by the dates alone. */
export const arrangementEnd: DueHandler = async (tx, { organisationId, subjectId, dueAt }, { at, chats }) => {
  const ends = and(
    eq(arrangement.organisationId, organisationId),
    eq(arrangement.id, subjectId),
    eq(arrangement.endsAt, dueAt),
    isNull(arrangement.endedAt),
    isNull(arrangement.liftedAt),
  );
  const [one] = await tx.select({ customer: arrangement.customerId }).from(arrangement).where(ends);
  if (!one) return;
  // Proposals are locked before arrangements, here as wherever the staff change.
  const beside = await lockProposalsAbout(tx, organisationId, one.customer);
  const [ended] = await tx.update(arrangement).set({ endedAt: at }).where(ends).returning();
  if (!ended) return;
  // What stood beside it is looked at again: it may have left no way together with this one.
  await lookAgain(tx, beside, { at, chats });
  const owner = ended.proposalId && (await findProposal(tx, organisationId, ended.proposalId))?.proposedBy;
  await addCopies(tx, { organisation: organisationId, chats, now: at }, [
    ...(owner ? [{ kind: "arrangement-ended", subject: subjectId, officer: owner } as const] : []),
    { kind: "arrangement-ended", subject: subjectId, officer: "register-team" },
  ]);
  // The news of the decision asks nothing any more.
  if (ended.proposalId) await refreshCopies(tx, organisationId, [ended.proposalId]);
  await appendAudit(tx, {
    organisation: organisationId,
    at,
    event: "arrangement-ended",
    by: null,
    subject: { kind: "arrangement", id: subjectId },
  });
};

/** One working day after the decision the register team hears of a letter that is not recorded as sent (CASEWORK section 1). */
export const letterUnsent: DueHandler = async (tx, { organisationId, subjectId }, { at, chats }) => {
  const [row] = await tx
    .select()
    .from(letter)
    .where(and(eq(letter.organisationId, organisationId), eq(letter.id, subjectId)));
  if (!row || row.recordedAt) return;
  await addCopies(tx, { organisation: organisationId, chats, now: at }, [
    { kind: "letter-reminder", subject: subjectId, officer: "register-team" },
  ]);
  await appendAudit(tx, {
    organisation: organisationId,
    at,
    event: "letter-unsent",
    by: null,
    subject: { kind: "letter", id: subjectId },
  });
};
