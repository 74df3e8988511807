/** A report does not wait for somebody who is away: whoever stands in has its card too (CASEWORK section 1, triage). */
import { addCopies, type Ledger, type WantedCopy } from "../../../db/queries/copies.ts";
import { loadWaitingReports, refreshTriageCopies } from "../../../db/queries/triage-copies.ts";
import type { Tx } from "../../../db/transaction.ts";
import { officerById, type Staff } from "../../policy/staff/officer.ts";
import { standIn } from "../../policy/staff/stand-in.ts";

type Today = {
  readonly staff: Staff;
  /** Whose presence is known to have changed, by id. */
  readonly people: readonly string[];
};

/** Gives each waiting report's card to whoever stands in today; the cards that others hold show what these may do now. */
export async function passReports(tx: Tx, ledger: Ledger, { staff, people }: Today): Promise<void> {
  const reports = await loadWaitingReports(tx, ledger.organisation);
  if (reports.length === 0) return;
  const wanted = reports.flatMap(({ id, triageOfficerId }): WantedCopy[] => {
    const holder = officerById(staff, triageOfficerId);
    const present = holder && standIn(staff, holder);
    return present && present !== holder ? [{ kind: "triage", subject: id, officer: present.id }] : [];
  });
  await refreshTriageCopies(tx, ledger.organisation, people);
  await addCopies(tx, ledger, wanted);
}
