import { and, eq } from "drizzle-orm";
import { appendAudit } from "../../../db/queries/audit.ts";
import { addCopies } from "../../../db/queries/copies.ts";
import { incident } from "../../../db/schema/index.ts";
import type { DueHandler } from "./due-handler.ts";

/** The triage card itself is round 1. */
const REMINDER = 2;

/** One working day after a report that nobody has looked at, the register team hears of it, once. */
export const triageWaiting: DueHandler = async (tx, { organisationId, subjectId }, { at, chats }) => {
  const [row] = await tx
    .select({ state: incident.state })
    .from(incident)
    .where(and(eq(incident.organisationId, organisationId), eq(incident.id, subjectId)));
  if (row?.state !== "awaiting_triage") return;
  await addCopies(tx, { organisation: organisationId, chats, now: at }, [
    { kind: "triage", subject: subjectId, officer: "register-team", round: REMINDER },
  ]);
  await appendAudit(tx, {
    organisation: organisationId,
    at,
    event: "triage-waiting",
    by: null,
    subject: { kind: "incident", id: subjectId },
  });
};
