/** What an import did, for the audit and for the person who ran it. */
import { type AuditEntry, appendAudit } from "../../../db/queries/audit.ts";
import type { Tx } from "../../../db/transaction.ts";

export const CHANGE_KINDS = [
  "organisation",
  "officer",
  "account",
  "contact",
  "holiday",
  "customer",
  "arrangement",
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export type Change = {
  readonly kind: ChangeKind;
  readonly id: string;
  readonly what: "added" | "changed";
  /** Codes and ids only. */
  readonly facts?: NonNullable<AuditEntry["facts"]>;
};

/** Writes one audit entry for each change, in the transaction of the changes. */
export async function auditChanges(
  tx: Tx,
  { organisation, at }: { readonly organisation: string; readonly at: Date },
  changes: readonly Change[],
): Promise<void> {
  const entries = changes.map(({ kind, id, what, facts }) => ({
    organisation,
    at,
    by: null,
    event: `${kind}-${what}`,
    subject: { kind, id },
    facts: { source: "import", ...facts },
  }));
  for (let from = 0; from < entries.length; from += 1_000) await appendAudit(tx, ...entries.slice(from, from + 1_000));
}
