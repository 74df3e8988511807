/** What the forms of a proposal need before anything is typed: the report, the draft, the pack, the staff. */
import { and, eq } from "drizzle-orm";
import { appendAudit } from "../../../db/queries/audit.ts";
import { findProposal } from "../../../db/queries/proposals.ts";
import { customer, incident, ladderStep } from "../../../db/schema/index.ts";
import { interactive, type Tx } from "../../../db/transaction.ts";
import { holds } from "../../policy/gates/ask-gates.ts";
import { addMonths, localDate } from "../../policy/working-time/dates.ts";
import type { Actor, Context } from "../context.ts";
import { packOf } from "../pack-of.ts";
import { viewerOf } from "../viewer.ts";
import { type Assessed, assess } from "./assess.ts";
import { namedBefore, perhapsOf } from "./customer-of-report.ts";
import { identifiersOf } from "./identifiers-to-confirm.ts";
import { linkableReports } from "./link-reports.ts";
import { ownProposal } from "./own-proposal.ts";
import { refuseProposer } from "./refuse-proposer.ts";
import { refuseStart } from "./refuse-start.ts";

export type PreparedStart = Awaited<ReturnType<ReturnType<typeof prepareStart>>>;

/** For the first step: the report, what its pack offers, and what the manager entered before. */
export function prepareStart(context: Context) {
  const { db } = context;
  return async ({ actor, incident: id }: { actor: Actor; incident: string }) =>
    await interactive(db, actor.organisation, (tx) => startReady(tx, { actor, incident: id }, context));
}

export type PreparedEdit = Awaited<ReturnType<ReturnType<typeof prepareEdit>>>;

/** For the first step of a proposal that is in its proposer's hands: it can be changed from the beginning. */
export function prepareEdit(context: Context) {
  const { db } = context;
  return async ({ actor, proposal: id }: { actor: Actor; proposal: string }) =>
    await interactive(db, actor.organisation, async (tx) => {
      const row = await findProposal(tx, actor.organisation, id);
      const gone = await refuseProposer(tx, row, { actor, now: context.now, chats: context.chats });
      if (!row || gone) return gone ?? ({ code: "unknown-target" } as const);
      const assessed = await assess(tx, row, { now: context.now(), chats: context.chats });
      const [first] = assessed.parts.dealtWith;
      // The kinds and earlier steps of a draft were entered just before, as a rule.
      if (!first || (row.state === "draft" && !asksAnew(assessed))) return { code: "details-first" } as const;
      return await startReady(tx, { actor, incident: first.id }, context);
    });
}

/** What only the first step can put right: a step ran out, or the pack in force wants another, or offers a kind no more. */
function asksAnew({ row, pack, gates }: Assessed): boolean {
  const offered: readonly string[] = pack.restrictions.value.map(({ kind }) => kind);
  const dropped = row.restrictions.some(({ kind }) => !offered.includes(kind));
  return dropped || gates.some((result) => result.gate === "warned" && holds(result));
}

async function startReady(
  tx: Tx,
  { actor, incident: id }: { actor: Actor; incident: string },
  { now, chats }: Pick<Context, "now" | "chats">,
) {
  const [row] = await tx
    .select()
    .from(incident)
    .where(and(eq(incident.organisationId, actor.organisation), eq(incident.id, id)));
  const draft = await ownProposal(tx, actor, { incident: id });
  const refusal = await refuseStart(tx, { actor, row, now, chats }, draft);
  if (!row || refusal) return refusal ?? ({ code: "unknown-target" } as const);
  // The form names the customer as the reporter typed it.
  await appendAudit(tx, opened(actor, { kind: "incident", id, at: now() }));
  const steps = draft
    ? await tx
        .select()
        .from(ladderStep)
        .where(and(eq(ladderStep.organisationId, actor.organisation), eq(ladderStep.proposalId, draft.id)))
    : [];
  const [about] = draft
    ? await tx
        .select({ ref: customer.ref, name: customer.name })
        .from(customer)
        .where(and(eq(customer.organisationId, actor.organisation), eq(customer.id, draft.customerId)))
    : [row.customerId === null ? await namedBefore(tx, row) : undefined];
  const pack = await packOf(tx, actor.organisation, actor);
  // Whoever named somebody has said so already.
  const perhaps = about ? undefined : (await perhapsOf(tx, { row, at: now() }))?.ref;
  return { code: "ready", row, draft, about, perhaps, steps, pack } as const;
}

export type PreparedDetails = Awaited<ReturnType<ReturnType<typeof prepareDetails>>>;

/** For the second step: the draft as it stands, with the pack's usual dates where none are entered. */
export function prepareDetails({ db, now, chats }: Context) {
  return async ({ actor, proposal: id }: { actor: Actor; proposal: string }) =>
    await interactive(db, actor.organisation, async (tx) => {
      const row = await findProposal(tx, actor.organisation, id);
      const gone = await refuseProposer(tx, row, { actor, now, chats });
      if (!row || gone) return gone ?? ({ code: "unknown-target" } as const);
      // The form shows the customer's identifiers.
      await appendAudit(tx, opened(actor, { kind: "proposal", id, at: now() }));
      // Sent together: somebody waits for the form.
      const [assessed, identifiers, [about]] = await Promise.all([
        assess(tx, row, { now: now(), chats }),
        identifiersOf(tx, row, now()),
        tx
          .select({ ref: customer.ref })
          .from(customer)
          .where(and(eq(customer.organisationId, actor.organisation), eq(customer.id, row.customerId))),
      ]);
      const { timeZone } = assessed.organisation;
      const day = (at: Date | null) => (at ? localDate(at, timeZone) : null);
      const today = localDate(now(), timeZone);
      const kept = day(row.startsAt);
      const startsOn = kept && kept >= today ? kept : today;
      const endsOn = day(row.endsAt) ?? addMonths(startsOn, assessed.pack.length.defaultMonths.value);
      return {
        code: "ready",
        assessed,
        reports: await linkableReports(tx, row, { ...assessed.parts, viewer: viewerOf(actor, assessed.staff) }),
        customerRef: about?.ref ?? "",
        identifiers,
        dates: {
          startsOn,
          endsOn,
          reviewOn: row.reviewOn ?? addMonths(endsOn, -assessed.pack.review.monthsBeforeEnd.value),
        },
      } as const;
    });
}

function opened(actor: Actor, { kind, id, at }: { kind: "incident" | "proposal"; id: string; at: Date }) {
  return { organisation: actor.organisation, at, event: `${kind}-opened`, by: actor.officer, subject: { kind, id } };
}
