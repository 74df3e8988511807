import { and, eq, max } from "drizzle-orm";
import { appendAudit } from "../../../db/queries/audit.ts";
import { addCopies, refreshCopies } from "../../../db/queries/copies.ts";
import { addDue } from "../../../db/queries/due.ts";
import { loadOrganisation } from "../../../db/queries/organisation.ts";
import { loadStaffOn } from "../../../db/queries/staff.ts";
import { copy, incident, safetyAlert } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";
import { safetyChain } from "../../policy/staff/who-hears.ts";
import { localDate } from "../../policy/working-time/dates.ts";
import type { Context } from "../context.ts";
import { SAFETY_MINUTES } from "../raise-safety-alert.ts";
import type { DueHandler } from "./due-handler.ts";

/** How often the register team hears of it again when everybody in line was asked. */
const MOST_REMINDERS = 4;

/** Nobody acknowledged a serious threat in 15 minutes: it goes to the next in line, and so on (CASEWORK section 1); then to the register team again. */
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

  const { timeZone } = await loadOrganisation(tx, organisationId);
  const staff = await loadStaffOn(tx, organisationId, { chats, day: localDate(at, timeZone) });
  const chain = safetyChain(staff, found.incident.service, found.incident.reporterId);
  const next = chain.find(({ id }) => !found.alert.asked.includes(id));
  if (!next) return await remindRegisterTeam(tx, { organisation: organisationId, alert: subjectId, at, chats });
  await tx
    .update(safetyAlert)
    .set({ asked: [...found.alert.asked, next.id] })
    .where(and(eq(safetyAlert.organisationId, organisationId), eq(safetyAlert.id, subjectId)));
  await addCopies(tx, { organisation: organisationId, chats, now: at }, [
    { kind: "safety-alert", subject: subjectId, officer: next.id },
  ]);
  await refreshCopies(tx, organisationId, [subjectId]);
  await lookAgain(tx, { organisation: organisationId, alert: subjectId, at });
  await appendAudit(tx, {
    organisation: organisationId,
    at,
    event: "safety-alert-passed-on",
    by: null,
    subject: { kind: "safety-alert", id: subjectId },
    facts: { to: next.id },
  });
};

type Unanswered = { readonly organisation: string; readonly alert: string; readonly at: Date };

/** A threat does not go silent because the line is used up: a new message each time. */
async function remindRegisterTeam(
  tx: Tx,
  { chats, ...unanswered }: Unanswered & Pick<Context, "chats">,
): Promise<void> {
  const { organisation, alert, at } = unanswered;
  const [last] = await tx
    .select({ round: max(copy.round) })
    .from(copy)
    .where(
      and(eq(copy.organisationId, organisation), eq(copy.subjectId, alert), eq(copy.kind, "safety-alert-channel")),
    );
  const round = (last?.round ?? 0) + 1;
  await addCopies(tx, { organisation, chats, now: at }, [
    { kind: "safety-alert-channel", subject: alert, officer: "register-team", round },
  ]);
  if (round <= MOST_REMINDERS) await lookAgain(tx, unanswered);
  await appendAudit(tx, {
    organisation,
    at,
    event: "safety-alert-repeated",
    by: null,
    subject: { kind: "safety-alert", id: alert },
    facts: { round },
  });
}

async function lookAgain(tx: Tx, { organisation, alert, at }: Unanswered): Promise<void> {
  await addDue(tx, organisation, [
    { kind: "safety-unacknowledged", subject: alert, at: new Date(at.getTime() + SAFETY_MINUTES * 60_000) },
  ]);
}
