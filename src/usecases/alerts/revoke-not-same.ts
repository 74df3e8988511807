/** "Check again from now on": the register team takes "not the same person" back (SCREENING section 3). */
import { appendAudit } from "../../../db/queries/audit.ts";
import { refreshCopies } from "../../../db/queries/copies.ts";
import { endNotSame, findNotSame } from "../../../db/queries/not-same.ts";
import { interactive } from "../../../db/transaction.ts";
import type { Actor, Context } from "../context.ts";

export type RevokeNotSame = {
  readonly organisation: string;
  readonly judgement: string;
  /** Null: an administrator at the command line. */
  readonly by: Actor | null;
};

export type RevokeOutcome =
  | { readonly code: "revoked"; readonly customerRef: string }
  /** It counts no longer, or never did: taken back, run out, or one side has changed. */
  | { readonly code: "ended" }
  | { readonly code: "not-yours" };

/** Ends a judgement from this instant: the next such contact is matched, and asked about, as any other. */
export function revokeNotSame({ db, now }: Pick<Context, "db" | "now">) {
  return async ({ organisation, judgement: id, by }: RevokeNotSame): Promise<RevokeOutcome> =>
    await interactive(db, organisation, async (tx) => {
      if (by && !by.roles.includes("register_team")) return { code: "not-yours" };
      const at = now();
      const row = await findNotSame(tx, organisation, { id, at });
      if (!row || !(await endNotSame(tx, organisation, { id, at }))) return { code: "ended" };
      await appendAudit(tx, {
        organisation,
        at,
        event: "not-same-revoked",
        by: by?.officer ?? null,
        subject: { kind: "not-same-person", id },
      });
      // The card of the alert says how long it is remembered.
      await refreshCopies(tx, organisation, [row.alertId]);
      return { code: "revoked", customerRef: row.customer.ref };
    });
}
