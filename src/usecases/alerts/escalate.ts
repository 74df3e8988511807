/** An alert that nobody acknowledged: once to the line manager of each officer reached, or of who stands in for them. */
import type { AlertParts, AlertRow } from "../../../db/queries/alerts.ts";
import { appendAudit } from "../../../db/queries/audit.ts";
import { addCopies, officersOfRound, refreshReached } from "../../../db/queries/copies.ts";
import { loadOrganisation } from "../../../db/queries/organisation.ts";
import { loadStaffOn } from "../../../db/queries/staff.ts";
import { alertRecipient } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";
import { isReachable, type Staff } from "../../policy/staff/officer.ts";
import { lineOf } from "../../policy/staff/stand-in.ts";
import { localDate } from "../../policy/working-time/dates.ts";
import type { Context } from "../context.ts";
import { ESCALATED } from "../copies/alert-officer-facts.ts";
import { inHandNow } from "../copies/in-hand.ts";

type Escalated = {
  readonly row: AlertRow;
  readonly parts: AlertParts;
  readonly at: Date;
  readonly chats: Context["chats"];
};

/** Tells those managers who have not been told so yet; nobody of what is answered, or what the named officer has. */
export async function escalate(tx: Tx, { row, parts, at, chats }: Escalated): Promise<void> {
  if (row.state !== "open") return;
  const organisation = row.organisationId;
  const { timeZone } = await loadOrganisation(tx, organisation);
  const staff = await loadStaffOn(tx, organisation, { chats, day: localDate(at, timeZone) });
  if (inHandNow(row, parts, { staff })) return;
  const round = { kind: "alert-officer", subject: row.id, round: ESCALATED } as const;
  const before = await officersOfRound(tx, organisation, round);
  const managers = managersOf(staff, parts).filter((id) => !before.includes(id));
  if (managers.length === 0) return;

  await tx
    .insert(alertRecipient)
    .values(
      managers.map((officerId) => ({
        organisationId: organisation,
        alertId: row.id,
        officerId,
        part: "standing_in" as const,
      })),
    )
    .onConflictDoNothing();
  // The channel's card says who has it now.
  await refreshReached(tx, organisation, row.id);
  await addCopies(
    tx,
    { organisation, chats, now: at },
    managers.map((officer) => ({ ...round, officer })),
  );
  await appendAudit(
    tx,
    ...managers.map((to) => ({
      organisation,
      at,
      event: "alert-escalated",
      by: null,
      subject: { kind: "alert", id: row.id },
      facts: { to },
    })),
  );
}

/**
 * The nearest line manager of each who was told and can be reached, and whose own the alert is not. Whoever stands in for
 * another officer does not know yet that this one has not answered; whom the chat has refused this alert never will.
 */
function managersOf(everybody: Staff, { recipients, untold }: AlertParts): readonly string[] {
  const staff = everybody.map((one) => (untold.includes(one.id) ? { ...one, linked: false } : one));
  const told = (as: AlertParts["recipients"][number]["part"]) =>
    staff.filter(({ id }) => recipients.some(({ officerId, part }) => officerId === id && part === as));
  const silent = told("reached").length > 0 ? told("reached") : told("standing_in");
  const managers = silent.flatMap((officer) => lineOf(staff, officer).find(isReachable)?.id ?? []);
  return [...new Set(managers)].filter(
    (id) => !recipients.some(({ officerId, part }) => officerId === id && part !== "standing_in"),
  );
}
