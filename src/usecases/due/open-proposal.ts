/** A proposal that nobody has decided: a reminder, the next senior, and at last it expires (CASEWORK section 4). */
import { and, eq } from "drizzle-orm";
import { appendAudit } from "../../../db/queries/audit.ts";
import { addCopies } from "../../../db/queries/copies.ts";
import { lockProposal, type ProposalRow } from "../../../db/queries/proposals.ts";
import { proposal } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";
import { stillDecidable } from "../../policy/approval/still-decidable.ts";
import { leftToAsk, whoToAsk } from "../../policy/approval/who-to-ask.ts";
import { askMore } from "../decide/ask-more.ts";
import { askSeniors } from "../decide/ask-seniors.ts";
import { assess } from "../propose/assess.ts";
import { refreshCardsOf } from "../propose/refresh-cards.ts";
import type { DueHandler, DueRow } from "./due-handler.ts";

async function openProposal(tx: Tx, { organisationId, subjectId, dueAt }: DueRow): Promise<ProposalRow | undefined> {
  const row = await lockProposal(tx, organisationId, subjectId);
  // An entry of an earlier round is older than the last sending.
  return row?.state === "submitted" && row.submittedAt && row.submittedAt <= dueAt ? row : undefined;
}

/** Those who have not answered, and still may, get the card again. */
export const proposalRemind: DueHandler = async (tx, due, { at, chats }) => {
  const row = await openProposal(tx, due);
  if (!row) return;
  const assessed = await assess(tx, row, { now: at, chats });
  await askMore(tx, assessed, { at, chats });
  const { parts, record, staff, pack } = assessed;
  const { may } = stillDecidable(record, staff, pack);
  const silent = parts.approvers.filter(({ officerId }) => may.includes(officerId));
  await addCopies(
    tx,
    { organisation: row.organisationId, chats, now: at },
    silent.map(
      ({ officerId }) =>
        ({ kind: "approval-reminder", subject: row.id, officer: officerId, round: row.round }) as const,
    ),
  );
  await appendAudit(tx, {
    organisation: row.organisationId,
    at,
    event: "proposal-reminded",
    by: null,
    subject: { kind: "proposal", id: row.id },
  });
};

/** The next eligible senior is asked too. */
export const proposalEscalate: DueHandler = async (tx, due, { at, chats }) => {
  const row = await openProposal(tx, due);
  if (!row) return;
  const assessed = await assess(tx, row, { now: at, chats });
  const { parts, record, staff, pack } = assessed;
  const instead = await askMore(tx, assessed, { at, chats });
  const asked = [...parts.approvers.map(({ officerId }) => officerId), ...instead.map(({ id }) => id)];
  const { may } = stillDecidable(record, staff, pack);
  const [senior] = leftToAsk(whoToAsk(record, staff, pack), { may, asked });
  if (!senior) return;
  await askSeniors(tx, { organisation: row.organisationId, proposal: row.id, officers: [senior.id], at });
  await addCopies(tx, { organisation: row.organisationId, chats, now: at }, [
    { kind: "approval", subject: row.id, officer: senior.id, round: row.round },
  ]);
  await appendAudit(tx, {
    organisation: row.organisationId,
    at,
    event: "proposal-escalated",
    by: null,
    subject: { kind: "proposal", id: row.id },
    facts: { to: senior.id },
  });
};

/** Nobody decided in time: expired is its own state, never a rejection. The proposer is told and can send it again. */
export const proposalExpire: DueHandler = async (tx, due, { at, chats }) => {
  const row = await openProposal(tx, due);
  if (!row) return;
  await tx
    .update(proposal)
    .set({ state: "expired", decidedAt: at })
    .where(and(eq(proposal.organisationId, row.organisationId), eq(proposal.id, row.id)));
  await addCopies(tx, { organisation: row.organisationId, chats, now: at }, [
    { kind: "proposal-outcome", subject: row.id, officer: row.proposedBy, round: row.round },
  ]);
  await refreshCardsOf(tx, await assess(tx, row, { now: at, chats }));
  await appendAudit(tx, {
    organisation: row.organisationId,
    at,
    event: "proposal-expired",
    by: null,
    subject: { kind: "proposal", id: row.id },
  });
};
