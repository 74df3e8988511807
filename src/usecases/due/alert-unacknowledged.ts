import { findAlert, loadAlertParts } from "../../../db/queries/alerts.ts";
import { appendAudit } from "../../../db/queries/audit.ts";
import { addCopies } from "../../../db/queries/copies.ts";
import { loadStaff } from "../../../db/queries/staff.ts";
import { alertRecipient } from "../../../db/schema/index.ts";
import { isReachable } from "../../policy/staff/officer.ts";
import { lineOf } from "../../policy/staff/stand-in.ts";
import type { DueHandler } from "./due-handler.ts";

/** Not acknowledged in the pack's time: once to the line manager of the officer reached, or of who stands in for them. */
export const alertUnacknowledged: DueHandler = async (tx, { organisationId, subjectId }, { at, chats }) => {
  const row = await findAlert(tx, { organisation: organisationId, id: subjectId, lock: true });
  if (row?.state !== "open" || row.handled) return;
  const { recipients } = await loadAlertParts(tx, row);
  const staff = await loadStaff(tx, organisationId, chats);
  const told = (as: (typeof recipients)[number]["part"]) =>
    staff.find(({ id }) => recipients.some(({ officerId, part }) => officerId === id && part === as));
  const silent = told("reached") ?? told("standing_in");
  const manager = silent && lineOf(staff, silent).find(isReachable);
  if (!manager || recipients.some(({ officerId }) => officerId === manager.id)) return;

  await tx
    .insert(alertRecipient)
    .values({ organisationId, alertId: row.id, officerId: manager.id, part: "standing_in" })
    .onConflictDoNothing();
  await addCopies(tx, { organisation: organisationId, chats, now: at }, [
    { kind: "alert-officer", subject: row.id, officer: manager.id },
  ]);
  await appendAudit(tx, {
    organisation: organisationId,
    at,
    event: "alert-escalated",
    by: null,
    subject: { kind: "alert", id: row.id },
    facts: { to: manager.id },
  });
};
