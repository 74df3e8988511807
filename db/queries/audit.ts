/** The append-only record, written in the same transaction as the change (DESIGN decision 10). */
import { v7 as newId } from "uuid";
import { audit } from "../schema/index.ts";
import type { Tx } from "../transaction.ts";

export type AuditEntry = {
  readonly organisation: string;
  readonly at: Date;
  readonly event: string;
  /** The officer, or null when the product did it. */
  readonly by: string | null;
  readonly subject: { readonly kind: string; readonly id: string };
  /** Ids and codes only, never text about a person. */
  readonly facts?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
};

/** Adds entries; the database refuses to change or remove them. */
export async function appendAudit(tx: Tx, ...entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await tx.insert(audit).values(
    entries.map(({ organisation, subject, facts, ...entry }) => ({
      ...entry,
      id: newId(),
      organisationId: organisation,
      subjectKind: subject.kind,
      subjectId: subject.id,
      facts: facts ?? {},
    })),
  );
}
