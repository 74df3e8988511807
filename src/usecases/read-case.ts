/** The history of a case, for those who may see the whole file (DESIGN decision 8). The opening is recorded. */
import { and, eq } from "drizzle-orm";
import { appendAudit } from "../../db/queries/audit.ts";
import { type CaseEvent, loadCaseHistory } from "../../db/queries/case-history.ts";
import { loadNames } from "../../db/queries/names.ts";
import { loadOrganisation } from "../../db/queries/organisation.ts";
import { loadStaffOn } from "../../db/queries/staff.ts";
import { arrangement, customer, incident, proposal, restriction } from "../../db/schema/index.ts";
import { interactive, type Tx } from "../../db/transaction.ts";
import { maySee } from "../policy/disclosure/may-see.ts";
import { localDate } from "../policy/working-time/dates.ts";
import type { Actor, Context } from "./context.ts";
import { offersSettling } from "./propose/settle-complaint.ts";
import { ladderOf } from "./steps/ladder-of.ts";
import { viewerOf } from "./viewer.ts";

/** Lines that read well on a phone. */
const PAGE = 12;

export type ReadCase = Awaited<ReturnType<ReturnType<typeof readCase>>>;

/** By the id of a customer, or of a report, proposal or arrangement of theirs. */
export function readCase({ db, now, chats }: Context) {
  return async ({ actor, about, page }: ReadCaseCommand) =>
    await interactive(db, actor.organisation, async (tx) => {
      const found = await find(tx, actor.organisation, about);
      if (!found) return { code: "unknown-target" } as const;
      const staff = await loadStaffOn(tx, actor.organisation, { chats, day: localDate(now(), actor.timeZone) });
      const services = await servicesOf(tx, actor.organisation, found);
      const seen = maySee(viewerOf(actor, staff), { view: "case", services, writtenReason: null });
      if (seen.code !== "may") return { code: "not-yours" } as const;

      const at = now();
      const customerId = found.customer?.id ?? null;
      const shown = Math.max(1, page);
      const history = await loadCaseHistory(tx, actor.organisation, {
        customer: customerId,
        incident: found.report?.id ?? null,
        limit: PAGE,
        offset: (shown - 1) * PAGE,
      });
      await appendAudit(tx, {
        organisation: actor.organisation,
        at,
        event: "case-opened",
        by: actor.officer,
        subject: found.customer
          ? { kind: "customer", id: found.customer.id }
          : { kind: "incident", id: found.report?.id ?? about },
      });
      const own = await loadOrganisation(tx, actor.organisation);
      const { nameOf } = await loadNames(tx, actor.organisation, staff);
      const ladder = await ladderOf(tx, { customer: customerId, report: found.report }, { own, now: at });
      return {
        code: "opened",
        ref: found.customer?.ref ?? found.report?.ref ?? "",
        about,
        page: shown,
        pages: Math.max(1, Math.ceil(history.total / PAGE)),
        events: history.events.map(({ by, ...event }: CaseEvent) => ({ ...event, by: by ? nameOf(by) : null })),
        next: ladder,
        /** The customer, where this officer may record that a complaint of theirs is settled. */
        settles: customerId !== null && (await offersSettling(tx, { actor, customer: customerId })) ? customerId : null,
      } as const;
    });
}

export type ReadCaseCommand = {
  readonly actor: Actor;
  readonly about: string;
  /** Counted from 1. */
  readonly page: number;
};

type Found = {
  readonly customer: { readonly id: string; readonly ref: string } | undefined;
  readonly report: typeof incident.$inferSelect | undefined;
};

async function find(tx: Tx, organisation: string, id: string): Promise<Found | undefined> {
  const [report] = await tx
    .select()
    .from(incident)
    .where(and(eq(incident.organisationId, organisation), eq(incident.id, id)));
  const customerId = report ? report.customerId : await customerOf(tx, organisation, id);
  const [about] = customerId
    ? await tx
        .select({ id: customer.id, ref: customer.ref })
        .from(customer)
        .where(and(eq(customer.organisationId, organisation), eq(customer.id, customerId)))
    : [];
  return about || report ? { customer: about, report } : undefined;
}

async function customerOf(tx: Tx, organisation: string, id: string): Promise<string> {
  const [proposed] = await tx
    .select({ customer: proposal.customerId })
    .from(proposal)
    .where(and(eq(proposal.organisationId, organisation), eq(proposal.id, id)));
  const [arranged] = await tx
    .select({ customer: arrangement.customerId })
    .from(arrangement)
    .where(and(eq(arrangement.organisationId, organisation), eq(arrangement.id, id)));
  return proposed?.customer ?? arranged?.customer ?? id;
}

/** Every service with an incident or an arrangement of this customer in it. */
async function servicesOf(
  tx: Tx,
  organisation: string,
  { customer: about, report }: Found,
): Promise<readonly string[]> {
  if (!about) return report ? [report.service] : [];
  const reported = await tx
    .selectDistinct({ service: incident.service })
    .from(incident)
    .where(and(eq(incident.organisationId, organisation), eq(incident.customerId, about.id)));
  const arranged = await tx
    .select({ services: restriction.services })
    .from(restriction)
    .innerJoin(
      arrangement,
      and(eq(arrangement.organisationId, restriction.organisationId), eq(arrangement.id, restriction.arrangementId)),
    )
    .where(and(eq(restriction.organisationId, organisation), eq(arrangement.customerId, about.id)));
  return [...reported.map(({ service }) => service), ...arranged.flatMap(({ services }) => services ?? [])];
}
