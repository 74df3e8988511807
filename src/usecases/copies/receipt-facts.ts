/** What the receipt of a report shows, which follows it to its reporter: what became of it, and no account. */
import { and, eq } from "drizzle-orm";
import { BEING_CHANGED } from "../../../db/queries/proposals.ts";
import { whoWasAlerted } from "../../../db/queries/safety-alerts.ts";
import { type incident, ladderStep } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";
import type { Scene } from "./copy-scene.ts";
import { loadIncident, loadSentProposal } from "./report-rows.ts";

/** A report that ended in one of these has no proposal to tell of. */
const TRIAGED_BY_STEP: readonly (typeof incident.$inferSelect)["state"][] = ["advice", "warning"];

/** Facts of the receipt that follows a report to its reporter. */
export async function receiptFacts(tx: Tx, { copy, staff, moment }: Scene) {
  const row = await loadIncident(tx, copy.organisationId, copy.subjectId);
  if (!row) return undefined;
  const [proposed, given, alerted] = await Promise.all([
    TRIAGED_BY_STEP.includes(row.state) ? undefined : loadSentProposal(tx, row.organisationId, row.id),
    TRIAGED_BY_STEP.includes(row.state) ? stepOf(tx, row) : undefined,
    row.seriousThreat ? whoWasAlerted(tx, row.organisationId, row.id) : undefined,
  ]);
  const manager = staff.find(({ id }) => id === row.triageOfficerId)?.name;
  return {
    ref: row.ref,
    sent: moment(row.reportedAt),
    ...(manager ? { manager } : {}),
    ...(alerted ? { alerted } : {}),
    injury: row.injury,
    news: news(),
  };

  function news() {
    const when = moment(row?.triagedAt ?? row?.reportedAt ?? new Date(0));
    if (row?.state === "no_further_action") return { code: "no-further-action", when } as const;
    const done = given?.givenOn ? ({ on: given.givenOn, done: true } as const) : ({ when, done: false } as const);
    if (row?.state === "advice") return { code: "advice", ...done } as const;
    if (row?.state === "warning") return { code: "warning", how: given?.how ?? null, ...done } as const;
    if (!proposed) return { code: "sent" } as const;
    const decided = moment(proposed.decidedAt ?? proposed.submittedAt ?? proposed.startedAt);
    if (proposed.state === "approved") return { code: "approved", when: decided } as const;
    if (proposed.state === "rejected") return { code: "rejected", when: decided } as const;
    return { code: "proposed", when, back: BEING_CHANGED.includes(proposed.state) } as const;
  }
}

/** The advice or warning that a report led to. */
async function stepOf(tx: Tx, { organisationId, id }: { organisationId: string; id: string }) {
  const [row] = await tx
    .select()
    .from(ladderStep)
    .where(and(eq(ladderStep.organisationId, organisationId), eq(ladderStep.incidentId, id)));
  return row;
}
