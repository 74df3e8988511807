/** Alerts that came faster than a channel takes messages, gathered in one card (DESIGN decision 5). */
import { and, asc, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { alert, copy } from "../schema/index.ts";
import type { Tx } from "../transaction.ts";
import { GATHERED_REFUSED, type TakenCopy } from "./deliveries.ts";

/** Alerts of the register's channel that wait for their first post, the oldest first; those another delivery has are left out. */
export async function lockWaitingAlerts(
  tx: Tx,
  { organisationId, id }: TakenCopy,
  most: number,
): Promise<readonly string[]> {
  const rows = await tx
    .select({ id: copy.id })
    .from(copy)
    .where(
      and(
        eq(copy.organisationId, organisationId),
        eq(copy.kind, "alert-channel"),
        isNull(copy.officerId),
        isNull(copy.messageId),
        isNull(copy.gatheredIn),
        // As the index says it; a value sent beside the statement would not be compared with it.
        sql`${copy.state} = 'pending'`,
        sql`${copy.lastError} is distinct from ${GATHERED_REFUSED}`,
        ne(copy.id, id),
      ),
    )
    .orderBy(asc(copy.createdAt))
    .limit(most)
    .for("update", { skipLocked: true });
  return rows.map((row) => row.id);
}

/** From now on these copies stand in the card of another one. */
export async function gather(tx: Tx, { organisationId, id }: TakenCopy, followers: readonly string[]): Promise<void> {
  await tx
    .update(copy)
    .set({ gatheredIn: id, state: "sent", sent: sql`${copy.wanted}`, lastError: null })
    .where(and(eq(copy.organisationId, organisationId), inArray(copy.id, [...followers])));
}

/** The alerts that stand in the card of a copy, its own included, in the order in which they were raised. */
export async function loadGathered(tx: Tx, { organisationId, id }: TakenCopy) {
  return await tx
    .select({ alert })
    .from(copy)
    .innerJoin(alert, and(eq(alert.organisationId, copy.organisationId), eq(alert.id, copy.subjectId)))
    .where(and(eq(copy.organisationId, organisationId), sql`(${copy.id} = ${id} or ${copy.gatheredIn} = ${id})`))
    .orderBy(asc(alert.raisedAt), asc(alert.ref));
}

/** Something in a gathered copy changed: the card it stands in is brought up to date. */
export async function refreshGatherer(tx: Tx, { organisationId, id, gatheredIn }: TakenCopy): Promise<void> {
  await tx
    .update(copy)
    .set({ sent: sql`${copy.wanted}` })
    .where(and(eq(copy.organisationId, organisationId), eq(copy.id, id)));
  await tx.execute(sql`
    with changed as (
      update copy set wanted = wanted + 1 where organisation_id = ${organisationId}::uuid and id = ${gatheredIn}::uuid returning *)
    select jobs.enqueue(jsonb_agg(to_jsonb(changed))) from changed`);
}

/** The copies that stood in a card that cannot be posted stand alone again. @returns their subjects */
export async function release(tx: Tx, { organisationId, id }: TakenCopy): Promise<readonly string[]> {
  const rows = await tx
    .update(copy)
    .set({ gatheredIn: null, state: "blocked" })
    .where(and(eq(copy.organisationId, organisationId), eq(copy.gatheredIn, id)))
    .returning({ subject: copy.subjectId });
  return rows.map((row) => row.subject);
}

/**
 * The copies that stood in a card which was given up wait for a delivery of their own again; `alone`: they do not gather
 * anew. @returns how many there were
 */
export async function setFree(
  tx: Tx,
  { organisationId, id }: TakenCopy,
  { alone }: { readonly alone: boolean },
): Promise<number> {
  const rows = await tx.execute(sql`
    with freed as (
      update copy set gathered_in = null, state = 'pending', sent = 0, last_error = ${alone ? GATHERED_REFUSED : null}
      where organisation_id = ${organisationId}::uuid and gathered_in = ${id}::uuid
      returning *),
    queued as (select jobs.enqueue(jsonb_agg(to_jsonb(freed))) from freed)
    select id from freed, (select count(*) from queued) q`);
  return rows.length;
}
