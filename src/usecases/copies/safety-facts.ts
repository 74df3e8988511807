/** What a safety alert shows: that there was a serious threat, in which report, and what the policy says of danger. */
import { and, eq } from "drizzle-orm";
import { safetyAlert } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";
import type { Pack } from "../../policy/packs/pack.ts";
import { packOf } from "../pack-of.ts";
import type { Scene } from "./copy-scene.ts";
import { loadIncident } from "./report-rows.ts";

/** Facts of a safety alert, for a person in the chain or masked for the register team. */
export async function safetyFacts(tx: Tx, { copy, organisation, nameOf, moment }: Scene) {
  const [[row], pack] = await Promise.all([
    tx
      .select()
      .from(safetyAlert)
      .where(and(eq(safetyAlert.organisationId, copy.organisationId), eq(safetyAlert.id, copy.subjectId))),
    packOf(tx, copy.organisationId, organisation),
  ]);
  const about = row && (await loadIncident(tx, copy.organisationId, row.incidentId));
  if (!row || !about) return undefined;
  const acknowledged = row.acknowledgedAt && {
    code: "acknowledged" as const,
    by: row.acknowledgedBy ? nameOf(row.acknowledgedBy) : "",
    when: moment(row.acknowledgedAt),
  };
  return {
    target: { id: row.id, version: row.version },
    ref: about.ref,
    service: about.service,
    sent: moment(row.raisedAt),
    police: dangerWords(pack),
    to:
      copy.kind === "safety-alert"
        ? ({ kind: "person", reportedBy: nameOf(about.reporterId) } as const)
        : ({ kind: "channel", line: lineOf(row, copy) } as const),
    state: acknowledged ?? ({ code: "open" } as const),
    passedOn: copy.officerId !== null && row.asked.indexOf(copy.officerId) > 0,
  };
}

/** How far the line has been asked: the register team hears again when it is used up. */
function lineOf({ asked }: typeof safetyAlert.$inferSelect, { round }: Scene["copy"]) {
  if (asked.length === 0) return "nobody" as const;
  return round > 1 ? ("used-up" as const) : ("asked" as const);
}

/** What the policy says of danger, and where its procedure is to be found. */
const dangerWords = ({ safety }: Pack): string => `${safety.police.value} Find it here: ${safety.procedureAt.value}.`;
