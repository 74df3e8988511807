/** A report in full, for those entitled, and what the forms about it need. */
import { and, eq, or } from "drizzle-orm";
import { appendAudit } from "../../db/queries/audit.ts";
import { loadNames } from "../../db/queries/names.ts";
import { loadOrganisation } from "../../db/queries/organisation.ts";
import type { StaffMember } from "../../db/queries/staff.ts";
import { customer, incident, safetyAlert } from "../../db/schema/index.ts";
import { interactive, type Tx } from "../../db/transaction.ts";
import { asDecider } from "../policy/approval/may-decide.ts";
import { maySee } from "../policy/disclosure/may-see.ts";
import type { Rung } from "../policy/ladder/continued.ts";
import { nextSteps, rungToTake } from "../policy/ladder/next-steps.ts";
import { type Offered, openTo } from "../policy/ladder/open-to.ts";
import type { Actor, Context } from "./context.ts";
import { packOf } from "./pack-of.ts";
import { asOf } from "./steps/case-facts.ts";
import { loadCase } from "./steps/ladder-of.ts";
import { aboutReport } from "./steps/prepare-step.ts";
import { type IncidentRow, refuseTriage, staffToday } from "./triage.ts";
import { viewerOf } from "./viewer.ts";

export type ReadIncident = Awaited<ReturnType<ReturnType<typeof readIncident>>>;

/** By the id of the report or of its safety alert. The reporter, who may triage it, who was alerted, the register team. */
export function readIncident({ db, now, chats }: Context) {
  return async ({ actor, id }: { actor: Actor; id: string }) =>
    await interactive(db, actor.organisation, async (tx) => {
      const found = await load(tx, actor.organisation, id);
      if (!found) return { code: "unknown-target" } as const;
      const { row, alerted } = found;
      const staff = await staffToday(tx, actor, { now, chats });
      const viewer = viewerOf(actor, staff);
      const history = maySee(viewer, { view: "case", services: [row.service], writtenReason: null });
      const seen = maySee(viewer, { view: "report", reportedBy: row.reporterId, service: row.service });
      // Whoever it was given to sees it too: a line manager in another service, or the next in line of a safety alert.
      const given = refuseTriage({ actor, row, staff })?.code !== "not-yours" || alerted.includes(actor.officer);
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
        mayReadHistory: history.code === "may",
        ...(await offeredNow(tx, actor, { row, staff, at: now() })),
        reporter: nameOf(row.reporterId),
        customer: { ...row.typedCustomer, ...(known ? { ref: known.ref, name: known.name } : {}) },
      } as const;
    });
}

type OfferedNow = { readonly toDecide: readonly Offered[] | null; readonly toTake: Rung | null };

/** What this officer may do after the report, when they may say what becomes of it now, and what comes next. */
async function offeredNow(
  tx: Tx,
  actor: Actor,
  { row, staff, at }: { row: IncidentRow; staff: readonly StaffMember[]; at: Date },
): Promise<OfferedNow> {
  const officer = staff.find(({ id }) => id === actor.officer);
  if (!officer || row.state !== "awaiting_triage") return { toDecide: null, toTake: null };
  const [pack, own] = await Promise.all([
    packOf(tx, actor.organisation, actor),
    loadOrganisation(tx, actor.organisation),
  ]);
  const facts = await loadCase(tx, own, { customer: row.customerId, report: row });
  return {
    toDecide: openTo(asDecider(officer, staff), { about: aboutReport(row), pack, staff }),
    toTake: rungToTake(nextSteps(facts, pack, asOf(own, at))),
  };
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
