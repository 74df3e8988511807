import { and, eq } from "drizzle-orm";
import { appendAudit } from "../../../db/queries/audit.ts";
import { addCopies, refreshCopies } from "../../../db/queries/copies.ts";
import { addDue } from "../../../db/queries/due.ts";
import { loadStaff } from "../../../db/queries/staff.ts";
import { incident, safetyAlert } from "../../../db/schema/index.ts";
import { safetyChain } from "../../policy/staff/who-hears.ts";
import { SAFETY_MINUTES } from "../report-contact.ts";
import type { DueHandler } from "./due-handler.ts";

/** Nobody acknowledged a serious threat in 15 minutes: it goes to the next in line, and so on (CASEWORK section 1). */
export const safetyUnacknowledged: DueHandler = async (tx, { organisationId, subjectId }, { at, chats }) => {
  const [found] = await tx
    .select({ alert: safetyAlert, incident })
    .from(safetyAlert)
    .innerJoin(
      incident,
      and(eq(incident.organisationId, safetyAlert.organisationId), eq(incident.id, safetyAlert.incidentId)),
    )
    .where(and(eq(safetyAlert.organisationId, organisationId), eq(safetyAlert.id, subjectId)))
    // Whoever acknowledges at this moment is waited for: then nobody else is asked.
    .for("update", { of: safetyAlert });
  if (!found || found.alert.acknowledgedAt) return;

  const staff = await loadStaff(tx, organisationId, chats);
  const chain = safetyChain(staff, found.incident.service, found.incident.reporterId);
  const next = chain.find(({ id }) => !found.alert.asked.includes(id));
  if (!next) return;
  await tx
    .update(safetyAlert)
    .set({ asked: [...found.alert.asked, next.id] })
    .where(and(eq(safetyAlert.organisationId, organisationId), eq(safetyAlert.id, subjectId)));
  await addCopies(tx, { organisation: organisationId, chats, now: at }, [
    { kind: "safety-alert", subject: subjectId, officer: next.id },
  ]);
  await refreshCopies(tx, organisationId, [subjectId]);
  await addDue(tx, organisationId, [
    { kind: "safety-unacknowledged", subject: subjectId, at: new Date(at.getTime() + SAFETY_MINUTES * 60_000) },
  ]);
  await appendAudit(tx, {
    organisation: organisationId,
    at,
    event: "safety-alert-passed-on",
    by: null,
    subject: { kind: "safety-alert", id: subjectId },
    facts: { to: next.id },
  });
};
