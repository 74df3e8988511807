/** What the senior staff's channel is told of a proposal: nothing of the customer, the restrictions or the reports. */
import { nextDue } from "../../../db/queries/due.ts";
import type { Tx } from "../../../db/transaction.ts";
import { approvalsCounted } from "../../policy/approval/seats.ts";
import type { Scene } from "./copy-scene.ts";
import { loadAssessed, roundState, type When } from "./proposal-facts.ts";

/** Facts of the masked card (CASEWORK section 4, DESIGN decision 8). A card of an earlier round is closed. */
export async function approvalChannelFacts(tx: Tx, scene: Scene, when: When) {
  const { organisationId, subjectId } = scene.copy;
  const [assessed, expiry] = await Promise.all([
    loadAssessed(tx, scene, when),
    nextDue(tx, organisationId, { subject: subjectId, kind: "proposal-expire" }),
  ]);
  if (!assessed) return undefined;
  const { row, record } = assessed;
  return {
    ref: row.ref,
    service: row.service,
    approvals: approvalsCounted(record).length,
    quorum: row.quorum,
    waitsUntil: expiry ? scene.moment(expiry) : null,
    state: roundState(assessed, scene, when),
  };
}
