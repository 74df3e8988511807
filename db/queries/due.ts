/** What falls due: rows swept by the product's own clock (DESIGN decision 3). */
import { and, asc, eq, gt, inArray, isNull } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { type DueKind, due } from "../schema/index.ts";
import { sqlOf, type Tx } from "../transaction.ts";

export type DueEntry = { readonly kind: DueKind; readonly subject: string; readonly at: Date };

/** Puts entries on the list, in one statement that is the same for any number; one that is there already stays. */
export async function addDue(tx: Tx, organisation: string, entries: readonly DueEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await sqlOf(tx)`
    insert into due (organisation_id, kind, subject_id, due_at)
    select ${organisation}::uuid, "kind", "subject", "at"
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as r("kind" text, "subject" uuid, "at" timestamptz)
    on conflict do nothing`;
}

/**
 * Has open proposals looked at again, because the staff are others from `at`, a file changed customers, or the day of a
 * review comes. Each change is
 * an entry of its own: two in one millisecond are two, also when the first is done already.
 */
export async function addStaffChange(tx: Tx, organisation: string, at: Date): Promise<void> {
  await addDue(tx, organisation, [{ kind: "staff-change", subject: newId(), at }]);
}

/** The same for what may have been taken off the list before its time: that is put back. */
export async function putBackDue(tx: Tx, organisation: string, entries: readonly DueEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await sqlOf(tx)`
    update due d set done_at = null
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as r("kind" text, "subject" uuid, "at" timestamptz)
    where d.organisation_id = ${organisation}::uuid and d.kind = r."kind" and d.subject_id = r."subject"
      and d.due_at = r."at" and d.done_at < d.due_at`;
  await addDue(tx, organisation, entries);
}

/** When something falls due next; nothing when it is not on the list. */
export async function nextDue(
  tx: Tx,
  organisation: string,
  { subject, kind }: Pick<DueEntry, "subject" | "kind">,
): Promise<Date | undefined> {
  const [row] = await tx
    .select({ at: due.dueAt })
    .from(due)
    .where(
      and(eq(due.organisationId, organisation), eq(due.subjectId, subject), eq(due.kind, kind), isNull(due.doneAt)),
    )
    .orderBy(asc(due.dueAt))
    .limit(1);
  return row?.at;
}

/** Whether the same is on the list for a later time: it was put off, and this entry is of no account. */
export async function isDueLater(
  tx: Tx,
  {
    organisationId,
    kind,
    subjectId,
    dueAt,
  }: Pick<typeof due.$inferSelect, "organisationId" | "kind" | "subjectId" | "dueAt">,
): Promise<boolean> {
  const later = await tx
    .select({ id: due.id })
    .from(due)
    .where(
      and(
        eq(due.organisationId, organisationId),
        eq(due.kind, kind),
        eq(due.subjectId, subjectId),
        isNull(due.doneAt),
        gt(due.dueAt, dueAt),
      ),
    )
    .limit(1);
  return later.length > 0;
}

/**
 * Takes entries off the list because what they wait for has happened. One that the sweep has in hand at this moment
 * is left to it: it holds the entry and waits for what we hold, sees that there is nothing to do, and closes it.
 */
export async function cancelDue(
  tx: Tx,
  organisation: string,
  { subject, kinds, now }: { subject: string; kinds: readonly DueKind[]; now: Date },
): Promise<void> {
  const free = await tx
    .select({ id: due.id })
    .from(due)
    .where(
      and(
        eq(due.organisationId, organisation),
        eq(due.subjectId, subject),
        inArray(due.kind, [...kinds]),
        isNull(due.doneAt),
      ),
    )
    .for("update", { skipLocked: true });
  if (free.length === 0) return;
  const ids = free.map(({ id }) => id);
  await tx
    .update(due)
    .set({ doneAt: now })
    .where(and(eq(due.organisationId, organisation), inArray(due.id, ids)));
}
