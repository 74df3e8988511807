import { type AlertParts, type AlertRow, findAlert, loadAlertParts, loadLegs } from "../../../db/queries/alerts.ts";
import { appendAudit } from "../../../db/queries/audit.ts";
import { addCopies, type Ledger, refreshReached } from "../../../db/queries/copies.ts";
import type { TakenCopy } from "../../../db/queries/deliveries.ts";
import { loadOrganisation } from "../../../db/queries/organisation.ts";
import { loadStaffOn } from "../../../db/queries/staff.ts";
import { alertRecipient } from "../../../db/schema/index.ts";
import { background, type Tx } from "../../../db/transaction.ts";
import type { Staff } from "../../policy/staff/officer.ts";
import { triageOfficer } from "../../policy/staff/who-hears.ts";
import { localDate } from "../../policy/working-time/dates.ts";
import { escalate } from "../alerts/escalate.ts";
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
 * and its cards say who was told (SCREENING section 6). Where it was to go to a line manager, because nobody acknowledged
 * it, the next one up has it. Not in the transaction that gave the copy up: somebody who
 * answers the alert holds it first, and its copies after it.
 */
export async function passAlertOn({ db, now, chats }: Context, copy: NotTold): Promise<void> {
  const { organisationId: organisation, subjectId, officerId } = copy;
  await background(db, organisation, async (tx) => {
    const row = await findAlert(tx, { organisation, id: subjectId, lock: true });
    const parts = row && (await loadAlertParts(tx, row));
    if (!row || !parts?.untold.some((id) => id === officerId)) return;
    const at = now();
    if (copy.round === ESCALATED) await escalate(tx, { row, parts, at, chats });
    else if (row.state === "open") {
      const instead = await standIns(tx, { row, parts, copy, at, chats });
      await tell(tx, { organisation, chats, now: at }, { alert: row.id, instead });
    }
    await refreshReached(tx, organisation, row.id);
  });
}

type Untold = {
  readonly row: AlertRow;
  readonly parts: AlertParts;
  readonly copy: NotTold;
  readonly at: Date;
  readonly chats: Context["chats"];
};

/**
 * The ids of those who are told instead and have not been yet: for each part of the conversation that reached whom the card
 * was for, or for which they stood in. Nobody stands in for a point of contact.
 */
async function standIns(tx: Tx, { row, parts, copy, at, chats }: Untold): Promise<readonly string[]> {
  const { timeZone } = await loadOrganisation(tx, row.organisationId);
  const day = localDate(at, timeZone);
  const staff = await loadStaffOn(tx, row.organisationId, { chats, day });
  const without = (untold: readonly string[]) =>
    staff.map((one) => (untold.includes(one.id) ? { ...one, linked: false } : one));
  const now = without(parts.untold);
  const before = without(parts.untold.filter((id) => id !== copy.officerId));
  const isTold = (id: string | null) => parts.recipients.some(({ officerId }) => officerId === id);
  const theirs = (await loadLegs(tx, row)).filter(
    (leg) => leg.officer === copy.officerId || (!isTold(leg.officer) && standInOf(before, leg) === copy.officerId),
  );
  const instead = new Set(theirs.flatMap((leg) => standInOf(now, leg) ?? []));
  return [...instead].filter((id) => !parts.addressed.some(({ officerId }) => officerId === id));
}

type Leg = Awaited<ReturnType<typeof loadLegs>>[number];

/** Whoever is told where nobody can be who was reached; `undefined` where nobody can be told at all. */
function standInOf(staff: Staff, { officer, service }: Leg): string | undefined {
  const found = triageOfficer(staff, service, officer ?? "");
  return found.code === "found" ? found.officer.id : undefined;
}

/** Has these told of an alert as those who stand in. */
async function tell(
  tx: Tx,
  ledger: Ledger,
  { alert, instead }: { readonly alert: string; readonly instead: readonly string[] },
): Promise<void> {
  if (instead.length === 0) return;
  const { organisation, now: at } = ledger;
  await tx.insert(alertRecipient).values(
    instead.map((officerId) => ({
      organisationId: organisation,
      alertId: alert,
      officerId,
      part: "standing_in" as const,
    })),
  );
  await addCopies(
    tx,
    ledger,
    instead.map((officer) => ({ kind: "alert-officer", subject: alert, officer }) as const),
  );
  await appendAudit(
    tx,
    ...instead.map((to) => ({
      organisation,
      at,
      event: "alert-passed-on",
      by: null,
      subject: { kind: "alert", id: alert },
      facts: { to },
    })),
  );
}
