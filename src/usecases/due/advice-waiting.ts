import { appendAudit } from "../../../db/queries/audit.ts";
import { addCopies } from "../../../db/queries/copies.ts";
import { findStep } from "../../../db/queries/steps.ts";
import type { DueHandler } from "./due-handler.ts";

/** One working day after advice was asked for and nobody recorded it, whoever has the task is reminded, once. */
export const adviceWaiting: DueHandler = async (tx, { organisationId, subjectId }, { at, chats }) => {
  const row = await findStep(tx, organisationId, subjectId);
  if (row?.state !== "to_give" || !row.ownerId) return;
  await addCopies(tx, { organisation: organisationId, chats, now: at }, [
    { kind: "advice-reminder", subject: subjectId, officer: row.ownerId },
  ]);
  await appendAudit(tx, {
    organisation: organisationId,
    at,
    event: "advice-waiting",
    by: null,
    subject: { kind: "step", id: subjectId },
  });
};
