/** What more than one card of an alert shows: where it stands, and who was told. */
import { type AlertParts, type AlertRow, findCarded, loadAlertParts } from "../../../db/queries/alerts.ts";
import type { TakenCopy } from "../../../db/queries/deliveries.ts";
import type { Tx } from "../../../db/transaction.ts";
import type { Scene } from "./copy-scene.ts";

/** An alert, or the one in whose card it stands, with what it rests on; nothing when it is gone. */
export async function loadAlert(
  tx: Tx,
  { organisationId, subjectId }: Pick<TakenCopy, "organisationId" | "subjectId">,
) {
  const row = await findCarded(tx, { organisation: organisationId, id: subjectId });
  return row && { row, parts: await loadAlertParts(tx, row) };
}

/** Where an alert stands, as its cards show it. */
export function stateOf(row: AlertRow, { nameOf, moment }: Pick<Scene, "nameOf" | "moment">) {
  const by = row.stateBy ? nameOf(row.stateBy) : "";
  const when = moment(row.stateAt ?? row.raisedAt);
  switch (row.state) {
    case "open":
      return { code: "open" } as const;
    case "acknowledged":
      return { code: "acknowledged", by, when } as const;
    case "someone_else":
      return { code: "someone-else", by, when, judgement: row.judgement } as const;
    case "allowed":
      return { code: "allowed", by, when } as const;
  }
}

/** Who was told: how many of those reached, and which managers. */
export function toldOf({ recipients, reached }: AlertParts, { nameOf }: Pick<Scene, "nameOf">) {
  const managers = recipients.filter(({ part, officerId }) => part === "standing_in" && !reached.includes(officerId));
  return {
    officers: reached.filter((id) => recipients.some(({ officerId }) => officerId === id)).length,
    managers: managers.map(({ officerId }) => nameOf(officerId)),
    pointOfContact: recipients.some(({ part }) => part === "point_of_contact"),
  };
}
