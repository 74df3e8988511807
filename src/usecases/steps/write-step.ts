/** What taking a step writes: the step, the advice from before it, and that its report is dealt with. Each with its audit row. */
import { and, eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { appendAudit } from "../../../db/queries/audit.ts";
import { incident, ladderStep } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";
import type { IncidentRow } from "../triage.ts";
import type { TakeStep } from "./take-step.ts";

/** Advice that was given before the bot, put on record with the warning that rests on it. */
export async function recordEarlierAdvice(
  tx: Tx,
  { actor }: TakeStep,
  { customer, advice, at }: { customer: string; advice: NonNullable<TakeStep["earlierAdvice"]>; at: Date },
): Promise<void> {
  const id = newId();
  await tx.insert(ladderStep).values({
    organisationId: actor.organisation,
    id,
    customerId: customer,
    kind: "advice",
    state: "given",
    how: advice.how,
    givenOn: advice.on,
    givenBy: advice.by,
    recordedBy: actor.officer,
    recordedAt: at,
    packId: actor.packId,
    packVersion: actor.packVersion,
  });
  await appendAudit(tx, {
    organisation: actor.organisation,
    at,
    event: "advice-recorded",
    by: actor.officer,
    subject: { kind: "step", id },
    facts: { how: advice.how, on: advice.on },
  });
}

/** @returns the id of the step */
export async function saveStep(
  tx: Tx,
  { actor, step, whatHappened, whatToChange, how, done }: TakeStep,
  { row, customer, owner, at }: { row: IncidentRow; customer: string; owner: string; at: Date },
): Promise<string> {
  const id = newId();
  await tx.insert(ladderStep).values({
    organisationId: actor.organisation,
    id,
    customerId: customer,
    incidentId: row.id,
    kind: step,
    state: done ? "given" : "to_give",
    ownerId: owner,
    whatHappened,
    whatToChange,
    how,
    givenOn: done?.on ?? null,
    said: done?.said ?? null,
    recordedBy: actor.officer,
    recordedAt: at,
    packId: actor.packId,
    packVersion: actor.packVersion,
  });
  await appendAudit(tx, {
    organisation: actor.organisation,
    at,
    event: `${step}-${done ? "given" : "asked-for"}`,
    by: actor.officer,
    subject: { kind: "step", id },
    facts: { incident: row.id, owner, ...(how ? { how } : {}) },
  });
  return id;
}

/** The report is dealt with by this step. */
export async function closeReport(
  tx: Tx,
  { actor, step, limbs, shownBy }: TakeStep,
  { row, at }: { row: IncidentRow; at: Date },
): Promise<void> {
  await tx
    .update(incident)
    .set({
      state: step,
      limbs: [...limbs],
      shownBy,
      triagedBy: actor.officer,
      triagedAt: at,
      version: row.version + 1,
    })
    .where(and(eq(incident.organisationId, actor.organisation), eq(incident.id, row.id)));
}
