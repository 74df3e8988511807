/** An answer of Social Work that comes after the decision: one that matters makes the review due that day (CASEWORK section 3). */
import { v7 as newId } from "uuid";
import { appendAudit } from "../../../db/queries/audit.ts";
import { addCopies } from "../../../db/queries/copies.ts";
import { loadOrganisation } from "../../../db/queries/organisation.ts";
import { findProposal } from "../../../db/queries/proposals.ts";
import { addReview, findRunningOf } from "../../../db/queries/reviews.ts";
import type { SocialWorkRow } from "../../../db/queries/social-work.ts";
import type { Tx } from "../../../db/transaction.ts";
import { opensReview, type SocialWorkAnswer } from "../../policy/needs/late-answer.ts";
import { localDate } from "../../policy/working-time/dates.ts";
import type { Context } from "../context.ts";
import { packOf } from "../pack-of.ts";

type Answered = SocialWorkAnswer & {
  readonly by: string;
  readonly at: Date;
  readonly chats: Context["chats"];
};

/** The owner of the arrangement and the register team are told. Before the decision, and after the end, nothing is due. */
export async function openReview(tx: Tx, row: SocialWorkRow, { by, at, chats, ...answer }: Answered): Promise<void> {
  const organisation = row.organisationId;
  const running = await findRunningOf(tx, organisation, { proposal: row.proposalId, at });
  if (!running || !opensReview(answer, await packOf(tx, organisation, running))) return;

  const id = newId();
  const { timeZone } = await loadOrganisation(tx, organisation);
  await addReview(tx, {
    organisationId: organisation,
    id,
    arrangementId: running.id,
    openedAt: at,
    dueOn: localDate(at, timeZone),
    because: "late_answer",
    causeId: row.id,
  });
  const owner = (await findProposal(tx, organisation, row.proposalId))?.proposedBy;
  await addCopies(tx, { organisation, chats, now: at }, [
    ...(owner ? [{ kind: "review-due", subject: id, officer: owner } as const] : []),
    { kind: "review-due", subject: id, officer: "register-team" },
  ]);
  await appendAudit(tx, {
    organisation,
    at,
    event: "review-opened",
    by,
    subject: { kind: "arrangement", id: running.id },
    facts: { review: id, because: "late_answer", question: row.id },
  });
}
