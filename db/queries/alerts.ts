/** Alerts with what they rest on. */
import { and, asc, desc, eq, inArray, isNotNull, min, type SQL, sql } from "drizzle-orm";
import { restrictionOf } from "../../src/policy/restrictions/restriction.ts";
import { alert, alertRecipient, arrangement, contact, copy, customer, restriction } from "../schema/index.ts";
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

/** The alert in whose card this one stands: what that says and is answered holds for it. Itself when it has its own. */
export async function findCarded(
  tx: Tx,
  { organisation, id }: { readonly organisation: string; readonly id: string },
): Promise<AlertRow | undefined> {
  const row = await findAlert(tx, { organisation, id });
  return row?.gatheredIn ? await findAlert(tx, { organisation, id: row.gatheredIn }) : row;
}

/** Alerts that share a card: the one whose card it is, and those that stand in it. */
export type SharedCard = { readonly head: AlertRow; readonly all: readonly AlertRow[] };

/**
 * The alerts of one card, by the id of any of them, locked until the transaction ends: the one whose card it is before the
 * others, as screening locks them. While that is locked no more come into its card.
 */
export async function lockSharedCard(
  tx: Tx,
  { organisation, id }: { readonly organisation: string; readonly id: string },
): Promise<SharedCard | undefined> {
  const row = await findAlert(tx, { organisation, id });
  const head = row && (await findAlert(tx, { organisation, id: row.gatheredIn ?? id, lock: true }));
  if (!head) return undefined;
  const others = await tx
    .select()
    .from(alert)
    .where(and(eq(alert.organisationId, organisation), eq(alert.gatheredIn, head.id)))
    .orderBy(asc(alert.id))
    .for("update");
  const all = [head, ...others];
  // It left that card at this moment: it is looked for anew.
  return all.some((one) => one.id === id) ? { head, all } : await lockSharedCard(tx, { organisation, id });
}

/** How many contacts stand in the card of an alert. */
async function countContacts(tx: Tx, { organisationId, id }: AlertRow): Promise<number> {
  const [counted] = await tx
    .select({ contacts: sql<number>`sum(${alert.contacts})::integer` })
    .from(alert)
    .where(and(eq(alert.organisationId, organisationId), inCardOf(id)));
  return counted?.contacts ?? 0;
}

/** An alert that has a card of its own, and those that stand in it. */
const inCardOf = (id: string): SQL => sql`(${alert.id} = ${id} or ${alert.gatheredIn} = ${id})`;

/**
 * The customer an alert is about, whom it is addressed to, who of them was told (`recipients`) and whom no card reached
 * (`untold`), the officers whom its contacts reached, those whom its conversation reached as the customer's named officer, also
 * where that was allowed and is no part of the alert, the restrictions that decided, and how many contacts stand in its card.
 */
export async function loadAlertParts(tx: Tx, row: AlertRow) {
  const { organisationId, id } = row;
  const [[about], addressed, untold, reached, having, decided, contacts] = await Promise.all([
    tx
      .select()
      .from(customer)
      .where(and(eq(customer.organisationId, organisationId), eq(customer.id, row.customerId))),
    tx
      .select()
      .from(alertRecipient)
      .where(and(eq(alertRecipient.organisationId, organisationId), eq(alertRecipient.alertId, id))),
    loadUntold(tx, row),
    tx
      .select({ id: contact.officerId })
      .from(contact)
      .where(and(eq(contact.organisationId, organisationId), eq(contact.alertId, id), isNotNull(contact.officerId)))
      .groupBy(contact.officerId)
      .orderBy(min(contact.occurredAt), asc(contact.officerId)),
    loadHaving(tx, row),
    loadDecided(tx, row),
    countContacts(tx, row),
  ]);
  if (!about) throw new Error("an alert is about a customer of the register");
  return {
    about,
    addressed,
    recipients: addressed.filter(({ officerId }) => !untold.includes(officerId)),
    untold,
    reached: reached.flatMap(({ id }) => (id ? [id] : [])),
    having,
    decided,
    contacts,
  };
}

/** Whom the contacts of an alert reached, each once: an officer, or nobody on the staff, of a service. */
export async function loadLegs(tx: Tx, { organisationId, id }: AlertRow) {
  return await tx
    .selectDistinct({ officer: contact.officerId, service: contact.service })
    .from(contact)
    .where(and(eq(contact.organisationId, organisationId), eq(contact.alertId, id)));
}

/** Officers each of whose cards was given up before it was ever posted. */
async function loadUntold(tx: Tx, { organisationId, id }: AlertRow): Promise<readonly string[]> {
  const rows = await tx
    .select({ id: copy.officerId })
    .from(copy)
    .where(
      and(
        eq(copy.organisationId, organisationId),
        eq(copy.subjectId, id),
        eq(copy.kind, "alert-officer"),
        isNotNull(copy.officerId),
      ),
    )
    .groupBy(copy.officerId)
    .having(sql`bool_and(${copy.state} = 'failed' and ${copy.messageId} is null)`);
  return rows.flatMap((one) => one.id ?? []);
}

/** `null`: the named officer whom it reached is outside the staff. */
async function loadHaving(tx: Tx, row: AlertRow): Promise<readonly (string | null)[]> {
  if (!row.handled) return [];
  const rows = await tx
    .selectDistinct({ id: contact.officerId })
    .from(contact)
    .where(
      and(
        eq(contact.organisationId, row.organisationId),
        eq(contact.handledConversation, row.conversation),
        eq(contact.customerId, row.customerId),
      ),
    );
  return rows.map(({ id }) => id);
}

export type AlertParts = Awaited<ReturnType<typeof loadAlertParts>>;

/** What was kept of an alert's contacts until somebody judges them, each once, at most 10: a dialog holds no more. */
export async function loadSeen(tx: Tx, { organisationId, id }: AlertRow): Promise<readonly unknown[]> {
  const rows = await tx
    .select({ seen: contact.seen })
    .from(contact)
    .where(and(eq(contact.organisationId, organisationId), eq(contact.alertId, id), isNotNull(contact.seen)))
    .groupBy(contact.seen)
    .orderBy(min(contact.occurredAt), min(contact.sourceId))
    .limit(10);
  return rows.map(({ seen }) => seen);
}

/** Whom else an alert, or another in its card, may be about, by reference. */
export async function loadOthers(
  tx: Tx,
  { organisationId, id }: AlertRow,
): Promise<readonly { readonly id: string; readonly ref: string; readonly name: string }[]> {
  return await tx
    .selectDistinct({ id: customer.id, ref: customer.ref, name: customer.name })
    .from(alert)
    .innerJoin(
      customer,
      and(eq(customer.organisationId, alert.organisationId), sql`${customer.id} = any (${alert.alsoCustomers})`),
    )
    .where(and(eq(alert.organisationId, organisationId), inCardOf(id)))
    .orderBy(asc(customer.ref));
}

/** What was answered of the last contact of an alert that reached this officer; nothing when none did. */
export async function loadOwnLeg(tx: Tx, { organisationId, id }: AlertRow, officer: string) {
  const [leg] = await tx
    .select({ channel: contact.channel, direction: contact.direction, answer: contact.answer })
    .from(contact)
    .where(and(eq(contact.organisationId, organisationId), eq(contact.alertId, id), eq(contact.officerId, officer)))
    .orderBy(desc(contact.occurredAt), desc(contact.sourceId))
    .limit(1);
  return leg;
}

/** The restrictions that an outcome rests on, each with its arrangement and what it says. */
export async function loadDecided(tx: Tx, row: Pick<AlertRow, "organisationId" | "outcome" | "decided">) {
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
  return found.map(({ restriction: one, arrangement: of }) => ({
    restriction: restrictionOf(one),
    outcome: row.decided.find(({ id }) => id === one.id)?.outcome ?? row.outcome,
    arrangement: of,
  }));
}
