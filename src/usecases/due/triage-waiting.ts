import { and, eq } from "drizzle-orm";
import { appendAudit } from "../../../db/queries/audit.ts";
import { addCopies } from "../../../db/queries/copies.ts";
import { isDueLater } from "../../../db/queries/due.ts";
import { nextTriageRound } from "../../../db/queries/triage-copies.ts";
import { incident } from "../../../db/schema/index.ts";
import type { DueHandler } from "./due-handler.ts";

/**
 * One working day after a report that nobody has looked at, the register team hears of it, once; and once again when it
 * was given to somebody or opened again since, a working day after that.
 */
export const triageWaiting: DueHandler = async (tx, entry, { at, chats }) => {
  const { organisationId, subjectId } = entry;
  const [row] = await tx
    .select({ state: incident.state })
    .from(incident)
    .where(and(eq(incident.organisationId, organisationId), eq(incident.id, subjectId)));
  if (row?.state !== "awaiting_triage" || (await isDueLater(tx, entry))) return;
  const round = await nextTriageRound(tx, organisationId, subjectId);
  await addCopies(tx, { organisation: organisationId, chats, now: at }, [
    { kind: "triage", subject: subjectId, officer: "register-team", round },
  ]);
  await appendAudit(tx, {
    organisation: organisationId,
    at,
    event: "triage-waiting",
    by: null,
    subject: { kind: "incident", id: subjectId },
  });
};
