import { appendAudit } from "../../../db/queries/audit.ts";
import { addCopies } from "../../../db/queries/copies.ts";
import { findProposal } from "../../../db/queries/proposals.ts";
import { findQuestion } from "../../../db/queries/social-work.ts";
import { NOT_ASKED_ANY_MORE } from "../../policy/gates/social-work.ts";
import { loadOffice } from "../office.ts";
import { whoCanSay } from "../social-work/pass-questions.ts";
import type { DueHandler } from "./due-handler.ts";

/** After the pack's working days without an answer: whoever can be asked now is reminded, and the proposer may record an attempt. */
export const socialWorkWaiting: DueHandler = async (tx, { organisationId, subjectId }, { at, chats }) => {
  const row = await findQuestion(tx, organisationId, { id: subjectId });
  const about = row && (await findProposal(tx, organisationId, row.proposalId));
  if (!row || !about || row.answeredAt || NOT_ASKED_ANY_MORE.includes(about.state)) return;
  const { staff } = await loadOffice(tx, organisationId, { now: at, chats });
  await addCopies(tx, { organisation: organisationId, chats, now: at }, [
    ...whoCanSay(row, staff).map((officer) => ({ kind: "social-work-reminder", subject: subjectId, officer }) as const),
    { kind: "social-work-news", subject: subjectId, officer: row.askedBy },
  ]);
  await appendAudit(tx, {
    organisation: organisationId,
    at,
    event: "social-work-waiting",
    by: null,
    subject: { kind: "proposal", id: row.proposalId },
  });
};
