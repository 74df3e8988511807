import { v7 as newId } from "uuid";
import type { WantedCopy } from "../../db/queries/copies.ts";
import { addDue } from "../../db/queries/due.ts";
import { safetyAlert } from "../../db/schema/index.ts";
import type { Tx } from "../../db/transaction.ts";

/** Minutes after which an unacknowledged safety alert goes to the next in line (CASEWORK section 1). */
export const SAFETY_MINUTES = 15;

/**
 * Asks the first in line, and tells the register team; the next is asked when nobody acknowledges in time. `first` is left
 * out where nobody in the line can be reached.
 * @returns the cards to post
 */
export async function raiseSafetyAlert(
  tx: Tx,
  {
    organisation: org,
    incident: about,
    first,
    at,
  }: { organisation: string; incident: string; first: string | undefined; at: Date },
): Promise<readonly WantedCopy[]> {
  const id = newId();
  await tx
    .insert(safetyAlert)
    .values({ organisationId: org, id, incidentId: about, raisedAt: at, asked: first ? [first] : [] });
  await addDue(tx, org, [
    { kind: "safety-unacknowledged", subject: id, at: new Date(at.getTime() + SAFETY_MINUTES * 60_000) },
  ]);
  return [
    ...(first ? [{ kind: "safety-alert", subject: id, officer: first } as const] : []),
    { kind: "safety-alert-channel", subject: id, officer: "register-team" },
  ];
}
