/** The append-only record, written in the same transaction as the change (DESIGN decision 10). */
import { and, asc, eq, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { audit } from "../schema/index.ts";
import { sqlOf, type Tx } from "../transaction.ts";

export type AuditEntry = {
  /** Known beforehand where a card is made of the entry. */
  readonly id?: string;
  readonly organisation: string;
  readonly at: Date;
  readonly event: string;
  /** The officer, or null when the product did it. */
  readonly by: string | null;
  readonly subject: { readonly kind: string; readonly id: string };
  /** Ids and codes only, never text about a person. */
  readonly facts?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
};

/** Adds entries, in one statement that is the same for any number; the database refuses to change or remove them. */
export async function appendAudit(tx: Tx, ...entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map((entry) => ({ id: newId(), ...entry, facts: entry.facts ?? {} }));
  await sqlOf(tx)`
    insert into audit (organisation_id, id, at, event, "by", subject_kind, subject_id, facts)
    select "organisation", "id", "at", "event", "by", "subject" ->> 'kind', "subject" ->> 'id', "facts"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r("organisation" uuid, "id" uuid, "at" timestamptz, "event" text, "by" uuid, "subject" jsonb, "facts" jsonb)`;
}

/** One entry by its id. */
export async function findAudit(tx: Tx, organisation: string, id: string) {
  const [row] = await tx
    .select()
    .from(audit)
    .where(and(eq(audit.organisationId, organisation), eq(audit.id, id)));
  return row;
}

/** The facts of each record of this event of the subject that has these among its own, the oldest first. */
export async function factsOnRecord(
  tx: Tx,
  { organisation, event, subject, facts = {} }: Omit<AuditEntry, "at" | "by">,
): Promise<readonly unknown[]> {
  const rows = await tx
    .select({ facts: audit.facts })
    .from(audit)
    .where(
      and(
        eq(audit.organisationId, organisation),
        eq(audit.subjectKind, subject.kind),
        eq(audit.subjectId, subject.id),
        eq(audit.event, event),
        sql`${audit.facts} @> ${JSON.stringify(facts)}::jsonb`,
      ),
    )
    .orderBy(asc(audit.at), asc(audit.id));
  return rows.map((row) => row.facts);
}
