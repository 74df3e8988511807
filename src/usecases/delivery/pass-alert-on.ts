import { type AlertParts, type AlertRow, findAlert, loadAlertParts } from "../../../db/queries/alerts.ts";
import { appendAudit } from "../../../db/queries/audit.ts";
import { addCopies, refreshReached } from "../../../db/queries/copies.ts";
import type { TakenCopy } from "../../../db/queries/deliveries.ts";
import { loadOrganisation } from "../../../db/queries/organisation.ts";
import { loadStaffOn } from "../../../db/queries/staff.ts";
import { alertRecipient } from "../../../db/schema/index.ts";
import { background, type Tx } from "../../../db/transaction.ts";
import { triageOfficer } from "../../policy/staff/who-hears.ts";
import { localDate } from "../../policy/working-time/dates.ts";
import type { Context } from "../context.ts";
import { ESCALATED } from "../copies/alert-officer-facts.ts";

/** A card about an alert that an officer was to get, and that was given up before it was ever posted. */
type NotTold = Pick<TakenCopy, "organisationId" | "subjectId" | "officerId" | "round">;

/** Whether giving this copy up leaves somebody untold. */
export function leavesUntold({ kind, officerId, messageId }: TakenCopy): boolean {
  return kind === "alert-officer" && officerId !== null && messageId === null;
}

/**
 * The account of an officer cannot be reached after all: whoever manages the service has the alert, as where there is none,
 * and its cards say who was told (SCREENING section 6). Not in the transaction that gave the copy up: somebody who
 * answers the alert holds it first, and its copies after it.
 */
export async function passAlertOn({ db, now, chats }: Context, copy: NotTold): Promise<void> {
  const { organisationId, subjectId, officerId } = copy;
  await background(db, organisationId, async (tx) => {
    const row = await findAlert(tx, { organisation: organisationId, id: subjectId, lock: true });
    const parts = row && (await loadAlertParts(tx, row));
    if (!row || !parts?.untold.some((id) => id === officerId)) return;
    const at = now();
    const manager = row.state === "open" ? await standIn(tx, { row, parts, copy, at, chats }) : undefined;
    if (manager !== undefined) {
      await tx
        .insert(alertRecipient)
        .values({ organisationId, alertId: row.id, officerId: manager, part: "standing_in" });
      await addCopies(tx, { organisation: organisationId, chats, now: at }, [
        { kind: "alert-officer", subject: row.id, officer: manager },
      ]);
      await appendAudit(tx, {
        organisation: organisationId,
        at,
        event: "alert-passed-on",
        by: null,
        subject: { kind: "alert", id: row.id },
        facts: { to: manager },
      });
    }
    await refreshReached(tx, organisationId, row.id);
  });
}

type Untold = {
  readonly row: AlertRow;
  readonly parts: AlertParts;
  readonly copy: NotTold;
  readonly at: Date;
  readonly chats: Context["chats"];
};

/** The id of whoever is told instead, who has not been yet; nobody where nobody can be. */
async function standIn(tx: Tx, { row, parts, copy, at, chats }: Untold): Promise<string | undefined> {
  const officer = whoseCard(parts, copy);
  if (officer === undefined) return undefined;
  const { timeZone } = await loadOrganisation(tx, row.organisationId);
  const all = await loadStaffOn(tx, row.organisationId, { chats, day: localDate(at, timeZone) });
  const staff = all.map((one) => (parts.untold.includes(one.id) ? { ...one, linked: false } : one));
  const found = triageOfficer(staff, row.service, officer);
  const has = found.code === "found" && parts.addressed.some(({ officerId }) => officerId === found.officer.id);
  return found.code === "found" && !has ? found.officer.id : undefined;
}

/**
 * The officer reached for whom the card was, who may be its reader; empty for a service line. `undefined` where nobody stands in
 * for its reader: a point of contact, and a manager to whom it went because nobody acknowledged it.
 */
function whoseCard({ reached, recipients, addressed }: AlertParts, { officerId, round }: NotTold): string | undefined {
  if (officerId !== null && reached.includes(officerId)) return officerId;
  const stoodIn = addressed.some((one) => one.officerId === officerId && one.part === "standing_in");
  if (!stoodIn || round === ESCALATED) return undefined;
  return reached.find((id) => !recipients.some((one) => one.officerId === id)) ?? "";
}
