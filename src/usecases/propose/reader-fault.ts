/** Whether somebody reads what comes by the way that a ban on all contact leaves open (CASEWORK section 2). */
import { loadDelegations } from "../../../db/queries/delegations.ts";
import { findOfficerByEmail } from "../../../db/queries/officers.ts";
import type { Tx } from "../../../db/transaction.ts";
import { personKey } from "../../policy/screening/staff.ts";
import { awayUntil } from "../../policy/staff/delegation.ts";
import { localDate } from "../../policy/working-time/dates.ts";
import { whoAnswersNow } from "../who-answers-now.ts";
import type { Assessed } from "./assess.ts";

export type ReaderFault =
  | { readonly code: "unknown-reader" }
  /** Somebody outside the staff, who reads nothing that comes to the organisation. */
  | { readonly code: "outside-reader" }
  | { readonly code: "reader-left"; readonly name: string }
  /** Nobody who is here stands in. `until`: their last day away, an ISO date; null when none is recorded. */
  | { readonly code: "reader-away"; readonly name: string; readonly until: string | null };

/** Why nobody would read it at this moment; `undefined` when somebody does, or when it is the register team. */
export async function readerFault(
  tx: Tx,
  { row, staff, organisation, knows }: Assessed,
  at: Date,
): Promise<ReaderFault | undefined> {
  const reader = row.openWayReader;
  if (!reader) return undefined;
  const member = staff.find(({ email }) => personKey(email) === personKey(reader));
  if (!member) return { code: knows(reader) ? "outside-reader" : "unknown-reader" };
  const { id, name, status } = member;
  if (status === "left") return { code: "reader-left", name };
  if (whoAnswersNow(staff, { officer: reader }) !== undefined) return undefined;
  const [listed, delegations] = await Promise.all([
    findOfficerByEmail(tx, row.organisationId, reader),
    loadDelegations(tx, row.organisationId),
  ]);
  // Away on the staff list itself: they are not back when a delegation ends.
  const withoutEnd = listed?.status === "absent";
  const until = withoutEnd ? null : awayUntil(id, delegations, localDate(at, organisation.timeZone));
  return { code: "reader-away", name, until };
}
