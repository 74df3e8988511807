/** Who is told that somebody has left: each who takes work over, and the register team of what concerns it. */
import { v7 as newId } from "uuid";
import { arrangementsNaming } from "../../../db/queries/arrangements-naming.ts";
import { appendAudit } from "../../../db/queries/audit.ts";
import { addCopies, type Ledger } from "../../../db/queries/copies.ts";
import type { StaffMember } from "../../../db/queries/staff.ts";
import type { Tx } from "../../../db/transaction.ts";
import { noteLeaving } from "../named-away/tell-team.ts";

export type Leaving = Ledger & {
  /** The officer who has left; the register says so already. */
  readonly officer: string;
  /** Who said so; null: a file. */
  readonly by: string | null;
};

type Left = {
  readonly leaver: StaffMember;
  /** References of the open work that nobody was free to take over. */
  readonly stays: Readonly<Record<string, readonly string[]>> | undefined;
};

/**
 * One notice to the register team. The named officer of an arrangement has left: it is asked to confirm who answers
 * (CASEWORK section 5). Open work that nobody took over is there for it to see to.
 */
export async function tellTeam(tx: Tx, leaving: Leaving, { leaver: { id, email }, stays }: Left): Promise<void> {
  const arrangements = await arrangementsNaming(tx, leaving.organisation, { named: [id, email], at: leaving.now });
  if (arrangements.length === 0 && !stays) return;
  const unanswered = arrangements.length > 0 ? await noteLeaving(tx, leaving, id) : [];
  await tell(tx, leaving, { to: null, ...stays, arrangements, ...(unanswered.length > 0 ? { unanswered } : {}) });
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
