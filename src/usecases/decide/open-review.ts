/** An answer that comes after the decision: one that matters makes the review due that day (CASEWORK section 3). */
import { v7 as newId } from "uuid";
import { appendAudit } from "../../../db/queries/audit.ts";
import { addCopies } from "../../../db/queries/copies.ts";
import { loadOrganisation } from "../../../db/queries/organisation.ts";
import { findProposal } from "../../../db/queries/proposals.ts";
import { addReview, findRunningOf } from "../../../db/queries/reviews.ts";
import type { Tx } from "../../../db/transaction.ts";
import type { Pack } from "../../policy/packs/pack.ts";
import { localDate } from "../../policy/working-time/dates.ts";
import type { Context } from "../context.ts";
import { packOf } from "../pack-of.ts";

type Late = {
  readonly organisationId: string;
  readonly proposalId: string;
  /** The id of what was answered, or of the answer: it opens one review, however often. */
  readonly cause: string;
  readonly matters: (pack: Pack) => boolean;
};
type Answered = { readonly by: string; readonly at: Date; readonly chats: Context["chats"] };

/**
 * The owner of the arrangement and the register team are told. Before the decision, and after the end, nothing is due.
 * @returns whether this answer opened a review
 */
export async function openReview(tx: Tx, late: Late, { by, at, chats }: Answered): Promise<boolean> {
  const { organisationId: organisation, proposalId, cause, matters } = late;
  const running = await findRunningOf(tx, organisation, { proposal: proposalId, at });
  if (!running || !matters(await packOf(tx, organisation, running))) return false;

  const id = newId();
  const { timeZone } = await loadOrganisation(tx, organisation);
  const opened = await addReview(tx, {
    organisationId: organisation,
    id,
    arrangementId: running.id,
    openedAt: at,
    dueOn: localDate(at, timeZone),
    because: "late_answer",
    causeId: cause,
  });
  if (!opened) return false;
  const owner = (await findProposal(tx, organisation, proposalId))?.proposedBy;
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
    facts: { review: id, because: "late_answer", cause },
  });
  return true;
}
