/** Whether the alert about a serious threat has anybody to go to. */
import { and, eq, inArray } from "drizzle-orm";
import { copy, safetyAlert } from "../schema/index.ts";
import type { Tx } from "../transaction.ts";

export type Alerted = { readonly manager: boolean; readonly registerTeam: boolean };

/** Who is on the ledger for the safety alert of a report: somebody in line, the register team. */
export async function whoWasAlerted(tx: Tx, organisation: string, incident: string): Promise<Alerted> {
  const rows = await tx
    .selectDistinct({ kind: copy.kind })
    .from(safetyAlert)
    .innerJoin(copy, and(eq(copy.organisationId, safetyAlert.organisationId), eq(copy.subjectId, safetyAlert.id)))
    .where(
      and(
        eq(safetyAlert.organisationId, organisation),
        eq(safetyAlert.incidentId, incident),
        inArray(copy.kind, ["safety-alert", "safety-alert-channel"]),
      ),
    );
  const kinds = rows.map(({ kind }) => kind);
  return { manager: kinds.includes("safety-alert"), registerTeam: kinds.includes("safety-alert-channel") };
}
