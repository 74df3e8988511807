/** The liaison's answer, and the proposer's recorded attempt when there is none (CASEWORK section 2, social work). */
import { and, eq } from "drizzle-orm";
import { appendAudit } from "../../../db/queries/audit.ts";
import { addCopies, refreshCopies } from "../../../db/queries/copies.ts";
import { cancelDue } from "../../../db/queries/due.ts";
import { loadOrganisation } from "../../../db/queries/organisation.ts";
import { findProposal, lockProposal } from "../../../db/queries/proposals.ts";
import { findQuestion, type SocialWorkRow } from "../../../db/queries/social-work.ts";
import { loadStaff } from "../../../db/queries/staff.ts";
import { customer, socialWorkQuestion } from "../../../db/schema/index.ts";
import { interactive, type Tx } from "../../../db/transaction.ts";
import { maySee } from "../../policy/disclosure/may-see.ts";
import { opensReview } from "../../policy/needs/late-answer.ts";
import { localDate } from "../../policy/working-time/dates.ts";
import type { Actor, Context } from "../context.ts";
import { lookAgain } from "../decide/look-again.ts";
import { openReview } from "../decide/open-review.ts";
import { packOf } from "../pack-of.ts";
import { viewerOf } from "../viewer.ts";
import { type CareWorker, type CareWorkerFault, careWorkerFaults, recordCareWorker } from "./care-worker.ts";

/** The first news to a proposer says that nobody has answered yet. */
const ANSWERED = 2;

type Gone = { readonly code: "unknown-target" } | { readonly code: "not-yours" };
type Answered = { readonly code: "already-answered"; readonly by: string; readonly at: Date };

/** The question with the customer's name, for the liaisons it was put to. The opening is recorded. */
export function readSocialWork({ db, now, chats }: Context) {
  return async ({ actor, question: id }: { actor: Actor; question: string }) =>
    await interactive(db, actor.organisation, async (tx) => {
      const row = await findQuestion(tx, actor.organisation, { id });
      const gone = await notTheirs(tx, row, { actor, chats });
      if (!row || gone) return gone ?? ({ code: "unknown-target" } as const);
      const asked = await findProposal(tx, actor.organisation, row.proposalId);
      const [about] = asked
        ? await tx
            .select({ ref: customer.ref, name: customer.name })
            .from(customer)
            .where(and(eq(customer.organisationId, actor.organisation), eq(customer.id, asked.customerId)))
        : [];
      if (!asked || !about) return { code: "unknown-target" } as const;
      await appendAudit(tx, {
        organisation: actor.organisation,
        at: now(),
        event: "social-work-opened",
        by: actor.officer,
        subject: { kind: "proposal", id: asked.id },
      });
      const { pointOfContact } = await packOf(tx, actor.organisation, asked);
      return {
        code: "opened",
        proposalRef: asked.ref,
        customer: about,
        careWorker: pointOfContact.careWorker.value !== null,
        answeredAt: row.answeredAt,
      } as const;
    });
}
export type ReadSocialWork = Awaited<ReturnType<ReturnType<typeof readSocialWork>>>;

export type AnswerSocialWork = {
  readonly actor: Actor;
  readonly question: string;
  readonly known: boolean;
  /** Who the customer's social or care worker is, and how to reach them. */
  readonly careWorker: CareWorker | null;
  readonly note: string | null;
};
export type SocialWorkOutcome =
  | { readonly code: "recorded" }
  | { readonly code: "faults"; readonly faults: readonly CareWorkerFault[] }
  | Answered
  | Gone;

/** One answer, of whichever liaison is first; the proposer is told that there is one, and goes on. */
export function answerSocialWork({ db, now, chats }: Context) {
  return async ({ actor, question: id, known, careWorker, note }: AnswerSocialWork): Promise<SocialWorkOutcome> =>
    await interactive(db, actor.organisation, async (tx) => {
      const at = now();
      const asked = await findQuestion(tx, actor.organisation, { id });
      // The proposal first, as a decision does: an answer comes before it or after it, and never between.
      const about = asked && (await lockProposal(tx, actor.organisation, asked.proposalId));
      const row = await findQuestion(tx, actor.organisation, { id, lock: true });
      const gone = await notTheirs(tx, row, { actor, chats });
      if (!row || gone) return gone ?? { code: "unknown-target" };
      if (row.answeredAt) return await answeredBy(tx, row, chats);
      const named = await nameCareWorker(tx, careWorker, { organisation: actor.organisation, by: actor.officer, at });
      if (named.faults.length > 0) return { code: "faults", faults: named.faults };

      await tx
        .update(socialWorkQuestion)
        .set({ answeredAt: at, answeredBy: actor.officer, known, careWorker: named.id, note, version: row.version + 1 })
        .where(thisQuestion(row));
      await cancelDue(tx, actor.organisation, { subject: id, kinds: ["social-work-waiting"], now: at });
      await appendAudit(tx, {
        organisation: actor.organisation,
        at,
        event: "social-work-answered",
        by: actor.officer,
        subject: { kind: "proposal", id: row.proposalId },
      });
      await tellProposer(tx, row, { at, chats });
      if (about) await lookAgain(tx, [about], { at, chats });
      await openReview(
        tx,
        { ...row, cause: row.id, matters: (pack) => opensReview({ known, note }, pack) },
        { by: actor.officer, at, chats },
      );
      return { code: "recorded" };
    });
}

async function nameCareWorker(
  tx: Tx,
  careWorker: CareWorker | null,
  record: Parameters<typeof recordCareWorker>[2],
): Promise<{ readonly id: string | null; readonly faults: readonly CareWorkerFault[] }> {
  if (careWorker === null) return { id: null, faults: [] };
  const { country } = await loadOrganisation(tx, record.organisation);
  const faults = careWorkerFaults(careWorker, country);
  const { name, body } = careWorker;
  if (faults.length > 0 || name === null || body === null) return { id: null, faults };
  return { id: await recordCareWorker(tx, { ...careWorker, name, body }, record), faults };
}

export type RecordAttempt = {
  readonly actor: Actor;
  readonly question: string;
  /** ISO date. */
  readonly on: string;
  readonly how: string;
};
export type AttemptOutcome =
  | { readonly code: "recorded"; readonly proposal: string }
  | { readonly code: "in-the-future" }
  | { readonly code: "before-it-was-asked" }
  | Gone;

/** Nobody answered and somebody tried again: the proposer writes down when and how. */
export function recordSocialWorkAttempt({ db, now }: Context) {
  return async ({ actor, question: id, on, how }: RecordAttempt): Promise<AttemptOutcome> =>
    await interactive(db, actor.organisation, async (tx) => {
      const at = now();
      const row = await findQuestion(tx, actor.organisation, { id, lock: true });
      const asked = row && (await findProposal(tx, actor.organisation, row.proposalId));
      if (!row || !asked) return { code: "unknown-target" };
      if (asked.proposedBy !== actor.officer) return { code: "not-yours" };
      if (on > localDate(at, actor.timeZone)) return { code: "in-the-future" };
      if (on < localDate(row.askedAt, actor.timeZone)) return { code: "before-it-was-asked" };
      await tx
        .update(socialWorkQuestion)
        .set({ attempts: [...row.attempts, { on, how, by: actor.officer }], version: row.version + 1 })
        .where(thisQuestion(row));
      await appendAudit(tx, {
        organisation: actor.organisation,
        at,
        event: "social-work-tried-again",
        by: actor.officer,
        subject: { kind: "proposal", id: row.proposalId },
      });
      // On the short road seniors may have it already: their cards say how far Social Work was asked.
      await refreshCopies(tx, actor.organisation, [id, asked.id]);
      return { code: "recorded", proposal: asked.id };
    });
}

const thisQuestion = ({ organisationId, id }: SocialWorkRow) =>
  and(eq(socialWorkQuestion.organisationId, organisationId), eq(socialWorkQuestion.id, id));

async function notTheirs(
  tx: Tx,
  row: SocialWorkRow | undefined,
  { actor, chats }: { actor: Actor; chats: Context["chats"] },
): Promise<Gone | undefined> {
  if (!row) return { code: "unknown-target" };
  const viewer = viewerOf(actor, await loadStaff(tx, actor.organisation, chats));
  return maySee(viewer, { view: "social_work_question", putTo: row.putTo }).code === "may"
    ? undefined
    : { code: "not-yours" };
}

async function answeredBy(tx: Tx, row: SocialWorkRow, chats: Context["chats"]): Promise<Answered> {
  const staff = await loadStaff(tx, row.organisationId, chats);
  const by = staff.find(({ id }) => id === row.answeredBy)?.name ?? "";
  return { code: "already-answered", by, at: row.answeredAt ?? row.askedAt };
}

/** "Asked and answered" is all that is posted; what the answer is stands in dialogs only (WORDS). */
async function tellProposer(
  tx: Tx,
  row: SocialWorkRow,
  { at, chats }: { at: Date; chats: Context["chats"] },
): Promise<void> {
  await addCopies(tx, { organisation: row.organisationId, chats, now: at }, [
    { kind: "social-work-news", subject: row.id, officer: row.askedBy, round: ANSWERED },
  ]);
  await refreshCopies(tx, row.organisationId, [row.id, row.proposalId]);
}
