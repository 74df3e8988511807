/** Alerts with what they rest on. */
import { and, eq, inArray } from "drizzle-orm";
import { Restriction } from "../../src/policy/restrictions/restriction.ts";
import { alert, alertRecipient, arrangement, contact, customer, restriction } from "../schema/index.ts";
import type { Tx } from "../transaction.ts";

export type AlertRow = typeof alert.$inferSelect;

/** The alert, locked until the transaction ends when `lock` is asked for: two presses, one winner. */
export async function findAlert(
  tx: Tx,
  { organisation, id, lock = false }: { organisation: string; id: string; lock?: boolean },
): Promise<AlertRow | undefined> {
  const query = tx
    .select()
    .from(alert)
    .where(and(eq(alert.organisationId, organisation), eq(alert.id, id)));
  const [row] = await (lock ? query.for("update") : query);
  return row;
}

/** The customer an alert is about, who was told, how many officers it reached, and the restrictions that decided. */
export async function loadAlertParts(tx: Tx, row: AlertRow) {
  const { organisationId, id } = row;
  const [[about], recipients, contacts, decided] = await Promise.all([
    tx
      .select()
      .from(customer)
      .where(and(eq(customer.organisationId, organisationId), eq(customer.id, row.customerId))),
    tx
      .select()
      .from(alertRecipient)
      .where(and(eq(alertRecipient.organisationId, organisationId), eq(alertRecipient.alertId, id))),
    tx
      .select()
      .from(contact)
      .where(and(eq(contact.organisationId, organisationId), eq(contact.alertId, id))),
    loadDecided(tx, row),
  ]);
  if (!about) throw new Error("an alert is about a customer of the register");
  return { about, recipients, contacts, decided };
}

export type AlertParts = Awaited<ReturnType<typeof loadAlertParts>>;

async function loadDecided(tx: Tx, row: AlertRow) {
  const ids = row.decided.map(({ id }) => id);
  if (ids.length === 0) return [];
  const found = await tx
    .select({ restriction, arrangement })
    .from(restriction)
    .innerJoin(
      arrangement,
      and(eq(arrangement.organisationId, restriction.organisationId), eq(arrangement.id, restriction.arrangementId)),
    )
    .where(and(eq(restriction.organisationId, row.organisationId), inArray(restriction.id, ids)));
  return found.map(({ restriction: { id, kind, clause, services, parameters }, arrangement: of }) => ({
    restriction: Restriction.parse({ kind, clause, parameters, scope: services ?? "organisation" }),
    outcome: row.decided.find((one) => one.id === id)?.outcome ?? row.outcome,
    arrangement: of,
  }));
}
