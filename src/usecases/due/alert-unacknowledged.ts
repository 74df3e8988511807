import { findAlert, loadAlertParts } from "../../../db/queries/alerts.ts";
import { escalate } from "../alerts/escalate.ts";
import type { DueHandler } from "./due-handler.ts";

/** Not acknowledged in the pack's time. */
export const alertUnacknowledged: DueHandler = async (tx, { organisationId, subjectId }, { at, chats }) => {
  const row = await findAlert(tx, { organisation: organisationId, id: subjectId, lock: true });
  if (row?.state !== "open") return;
  await escalate(tx, { row, parts: await loadAlertParts(tx, row), at, chats });
};
