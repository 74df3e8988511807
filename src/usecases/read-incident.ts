/** A report in full, for those entitled, and what the forms about it need. */
import { and, eq, or } from "drizzle-orm";
import { appendAudit } from "../../db/queries/audit.ts";
import { loadNames } from "../../db/queries/names.ts";
import { loadStaffOn, type StaffMember } from "../../db/queries/staff.ts";
import { customer, incident, safetyAlert } from "../../db/schema/index.ts";
import { interactive, type Tx } from "../../db/transaction.ts";
import { asDecider } from "../policy/approval/may-decide.ts";
import { maySee } from "../policy/disclosure/may-see.ts";
import { openTo } from "../policy/ladder/open-to.ts";
import { mayTriage } from "../policy/staff/may-triage.ts";
import { localDate } from "../policy/working-time/dates.ts";
import type { Actor, Context } from "./context.ts";
import { packOf } from "./pack-of.ts";
import { aboutReport } from "./steps/prepare-step.ts";
import { viewerOf } from "./viewer.ts";

export type ReadIncident = Awaited<ReturnType<ReturnType<typeof readIncident>>>;

/** By the id of the report or of its safety alert. The reporter, who may triage it, who was alerted, the register team. */
export function readIncident({ db, now, chats }: Context) {
  return async ({ actor, id }: { actor: Actor; id: string }) =>
    await interactive(db, actor.organisation, async (tx) => {
      const found = await load(tx, actor.organisation, id);
      if (!found) return { code: "unknown-target" } as const;
      const { row, alerted } = found;
      const staff = await loadStaffOn(tx, actor.organisation, { chats, day: localDate(now(), actor.timeZone) });
      const seen = maySee(viewerOf(actor, staff), { view: "report", reportedBy: row.reporterId, service: row.service });
      // Whoever it was given to sees it too: a line manager in another service, or the next in line of a safety alert.
      const given = row.triageOfficerId === actor.officer || alerted.includes(actor.officer);
      if (seen.code !== "may" && !given) return { code: "not-yours" } as const;

      const { nameOf } = await loadNames(tx, actor.organisation, staff);
      const [known] = row.customerId
        ? await tx
            .select()
            .from(customer)
            .where(and(eq(customer.organisationId, row.organisationId), eq(customer.id, row.customerId)))
        : [];
      await appendAudit(tx, {
        organisation: actor.organisation,
        at: now(),
        event: "incident-opened",
        by: actor.officer,
        subject: { kind: "incident", id: row.id },
      });
      return {
        code: "opened",
        row,
        toDecide: await rungsToTake(tx, actor, { row, staff }),
        reporter: nameOf(row.reporterId),
        customer: { ...row.typedCustomer, ...(known ? { ref: known.ref, name: known.name } : {}) },
      } as const;
    });
}

/** What this officer may take, when they may say what becomes of the report now. */
async function rungsToTake(
  tx: Tx,
  actor: Actor,
  { row, staff }: { row: typeof incident.$inferSelect; staff: readonly StaffMember[] },
) {
  const theirs = mayTriage({ id: actor.officer, roles: actor.roles, service: actor.service }, row);
  if (!theirs || row.state !== "awaiting_triage") return null;
  const officer = staff.find(({ id }) => id === actor.officer);
  const pack = await packOf(tx, actor.organisation, actor);
  return officer ? openTo(asDecider(officer, staff), { about: aboutReport(row), pack }) : [];
}

async function load(tx: Tx, organisation: string, id: string) {
  const [found] = await tx
    .select({ row: incident, alerted: safetyAlert.asked })
    .from(incident)
    .leftJoin(
      safetyAlert,
      and(eq(safetyAlert.organisationId, incident.organisationId), eq(safetyAlert.incidentId, incident.id)),
    )
    .where(and(eq(incident.organisationId, organisation), or(eq(incident.id, id), eq(safetyAlert.id, id))));
  return found && { row: found.row, alerted: found.alerted ?? [] };
}
