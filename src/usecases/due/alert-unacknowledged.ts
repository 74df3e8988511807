import { type AlertParts, findAlert, loadAlertParts } from "../../../db/queries/alerts.ts";
import { appendAudit } from "../../../db/queries/audit.ts";
import { addCopies, officersOfRound, refreshCopies } from "../../../db/queries/copies.ts";
import { loadOrganisation } from "../../../db/queries/organisation.ts";
import { loadStaffOn, type StaffMember } from "../../../db/queries/staff.ts";
import { alertRecipient } from "../../../db/schema/index.ts";
import { isReachable } from "../../policy/staff/officer.ts";
import { lineOf } from "../../policy/staff/stand-in.ts";
import { localDate } from "../../policy/working-time/dates.ts";
import { ESCALATED } from "../copies/alert-officer-facts.ts";
import { inHandNow } from "../copies/in-hand.ts";
import type { DueHandler } from "./due-handler.ts";

/** Not acknowledged in the pack's time: once to the line manager of each officer reached, or of who stands in for them. */
export const alertUnacknowledged: DueHandler = async (tx, { organisationId, subjectId }, { at, chats }) => {
  const row = await findAlert(tx, { organisation: organisationId, id: subjectId, lock: true });
  if (row?.state !== "open") return;
  const parts = await loadAlertParts(tx, row);
  const { timeZone } = await loadOrganisation(tx, organisationId);
  const staff = await loadStaffOn(tx, organisationId, { chats, day: localDate(at, timeZone) });
  if (inHandNow(row, parts, { staff })) return;
  const before = await officersOfRound(tx, organisationId, {
    kind: "alert-officer",
    subject: row.id,
    round: ESCALATED,
  });
  const managers = managersOf(staff, parts.recipients).filter((id) => !before.includes(id));
  if (managers.length === 0) return;

  await tx
    .insert(alertRecipient)
    .values(managers.map((officerId) => ({ organisationId, alertId: row.id, officerId, part: "standing_in" as const })))
    .onConflictDoNothing();
  // The channel's card says who has it now.
  await refreshCopies(tx, organisationId, [row.id]);
  await addCopies(
    tx,
    { organisation: organisationId, chats, now: at },
    managers.map((officer) => ({ kind: "alert-officer", subject: row.id, officer, round: ESCALATED })),
  );
  await appendAudit(
    tx,
    ...managers.map((to) => ({
      organisation: organisationId,
      at,
      event: "alert-escalated",
      by: null,
      subject: { kind: "alert", id: row.id },
      facts: { to },
    })),
  );
};

type Recipients = AlertParts["recipients"];

/**
 * The nearest line manager of each who was told and can be reached, and whose own the alert is not. Whoever stands in for
 * another officer does not know yet that this one has not answered.
 */
function managersOf(staff: readonly StaffMember[], recipients: Recipients): readonly string[] {
  const told = (as: Recipients[number]["part"]) =>
    staff.filter(({ id }) => recipients.some(({ officerId, part }) => officerId === id && part === as));
  const silent = told("reached").length > 0 ? told("reached") : told("standing_in");
  const managers = silent.flatMap((officer) => lineOf(staff, officer).find(isReachable)?.id ?? []);
  return [...new Set(managers)].filter(
    (id) => !recipients.some(({ officerId, part }) => officerId === id && part !== "standing_in"),
  );
}
