/** "Not the same person": what of it still counts, and taking it back (SCREENING section 3). */
import { and, count, desc, eq, gt, isNotNull, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { alert, customer, notSamePerson, officer } from "../schema/index.ts";
import type { Tx } from "../transaction.ts";

/** Counts at this instant: not run out, not revoked, and the customer's entry is as it was when it was judged. */
const counts = (organisation: string, at: Date): SQL | undefined =>
  and(
    eq(notSamePerson.organisationId, organisation),
    gt(notSamePerson.until, at),
    isNull(notSamePerson.revokedAt),
    eq(notSamePerson.customerVersion, customer.version),
  );

const theCustomer = and(
  eq(customer.organisationId, notSamePerson.organisationId),
  eq(customer.id, notSamePerson.customerId),
);

/** How many count now. */
export async function countNotSame(tx: Tx, organisation: string, at: Date): Promise<number> {
  const rows = tx.select({ total: count() }).from(notSamePerson).innerJoin(customer, theCustomer);
  const [counted] = await rows.where(counts(organisation, at));
  return counted?.total ?? 0;
}

type Part = { readonly at: Date; readonly from: number; readonly most: number };

/** Those that count now, the newest first. */
export async function listNotSame(tx: Tx, organisation: string, { at, from, most }: Part) {
  const rows = await select(tx)
    .where(counts(organisation, at))
    .orderBy(desc(notSamePerson.judgedAt), desc(notSamePerson.id))
    .limit(most)
    .offset(from);
  return rows.map(withKinds);
}

export type NotSameRow = Awaited<ReturnType<typeof listNotSame>>[number];

/** One that counts now; nothing when there is none, or no longer. */
export async function findNotSame(
  tx: Tx,
  organisation: string,
  { id, at }: { readonly id: string; readonly at: Date },
): Promise<NotSameRow | undefined> {
  const [row] = await select(tx).where(and(counts(organisation, at), eq(notSamePerson.id, id)));
  return row && withKinds(row);
}

function select(tx: Tx) {
  return tx
    .select({
      id: notSamePerson.id,
      key: notSamePerson.key,
      judgedAt: notSamePerson.judgedAt,
      until: notSamePerson.until,
      judgedBy: officer.name,
      alertId: notSamePerson.alertId,
      alert: { ref: alert.ref, channel: alert.channel },
      customer: { ref: customer.ref, name: customer.name },
    })
    .from(notSamePerson)
    .innerJoin(customer, theCustomer)
    .leftJoin(
      officer,
      and(eq(officer.organisationId, notSamePerson.organisationId), eq(officer.id, notSamePerson.judgedBy)),
    )
    .leftJoin(alert, and(eq(alert.organisationId, notSamePerson.organisationId), eq(alert.id, notSamePerson.alertId)));
}

/** The kinds stand before the digest; what they were is not kept. */
function withKinds<Row extends { readonly key: string }>({ key, ...row }: Row) {
  return { ...row, kinds: (key.split(":")[0] ?? "").split(",") };
}

/** Takes a judgement back. @returns whether it still counted until now; of two at the same moment one */
export async function endNotSame(
  tx: Tx,
  organisation: string,
  { id, at }: { readonly id: string; readonly at: Date },
): Promise<boolean> {
  const ended = await tx
    .update(notSamePerson)
    .set({ revokedAt: at })
    .where(
      and(
        eq(notSamePerson.organisationId, organisation),
        eq(notSamePerson.id, id),
        isNull(notSamePerson.revokedAt),
        gt(notSamePerson.until, at),
      ),
    )
    .returning({ id: notSamePerson.id });
  return ended.length > 0;
}

/** Deletes judgements that have run out or were revoked: a digest of a telephone number can be guessed. */
export async function deleteEndedNotSame(tx: Tx, organisation: string, at: Date): Promise<void> {
  const ended = or(lte(notSamePerson.until, at), isNotNull(notSamePerson.revokedAt));
  await tx.delete(notSamePerson).where(and(eq(notSamePerson.organisationId, organisation), ended));
}

/**
 * Whether the judgement of an alert left something that is remembered: what was given may have been forgotten before it, or
 * the judgement taken back since. A match by reference is never dropped, so that of one nothing is.
 */
export async function hasRemembered(
  tx: Tx,
  { organisationId, id }: { readonly organisationId: string; readonly id: string },
): Promise<boolean> {
  const [row] = await tx
    .select({ id: notSamePerson.id })
    .from(notSamePerson)
    .where(
      and(
        eq(notSamePerson.organisationId, organisationId),
        eq(notSamePerson.alertId, id),
        isNull(notSamePerson.revokedAt),
        sql`not 'ref' = any (string_to_array(split_part(${notSamePerson.key}, ':', 1), ','))`,
      ),
    )
    .limit(1);
  return row !== undefined;
}
