/** Who is told that somebody has left: each who takes work over, and the register team where an arrangement names them. */
import { v7 as newId } from "uuid";
import { appendAudit } from "../../../db/queries/audit.ts";
import { addCopies, type Ledger } from "../../../db/queries/copies.ts";
import { arrangementsNaming } from "../../../db/queries/open-work.ts";
import type { StaffMember } from "../../../db/queries/staff.ts";
import type { Tx } from "../../../db/transaction.ts";

export type Leaving = Ledger & {
  /** The officer who has left; the register says so already. */
  readonly officer: string;
  /** Who said so; null: a file. */
  readonly by: string | null;
};

/** The named officer of an arrangement has left: the register team is asked to confirm who answers (CASEWORK section 5). */
export async function tellTeam(tx: Tx, leaving: Leaving, { id, email }: StaffMember): Promise<void> {
  const arrangements = await arrangementsNaming(tx, leaving.organisation, { named: [id, email], at: leaving.now });
  if (arrangements.length > 0) await tell(tx, leaving, { to: null, arrangements });
}

type Told = Readonly<Record<string, readonly string[] | string | null>> & { readonly to: string | null };

/** The audit entry is what the notice is made of: it holds references only. */
export async function tell(tx: Tx, leaving: Leaving, facts: Told): Promise<void> {
  const id = newId();
  await appendAudit(tx, {
    id,
    organisation: leaving.organisation,
    at: leaving.now,
    event: "work-handed",
    by: leaving.by,
    subject: { kind: "officer", id: leaving.officer },
    facts,
  });
  await addCopies(tx, leaving, [{ kind: "work-handed", subject: id, officer: facts.to ?? "register-team" }]);
}
