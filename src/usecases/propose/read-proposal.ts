/** A proposal in full, for those it was addressed to: the account, the reason and the name stand in a dialog only. */
import { and, eq, inArray } from "drizzle-orm";
import { appendAudit } from "../../../db/queries/audit.ts";
import { earlierArrangements } from "../../../db/queries/earlier-arrangements.ts";
import { findProposal } from "../../../db/queries/proposals.ts";
import { customer, incident } from "../../../db/schema/index.ts";
import { interactive, type Tx } from "../../../db/transaction.ts";
import { maySee } from "../../policy/disclosure/may-see.ts";
import type { Actor, Context } from "../context.ts";
import { viewerOf } from "../viewer.ts";
import { adjustmentsAsked, mayAnswerAdjustments } from "./answer-adjustments.ts";
import { type Assessed, assess } from "./assess.ts";

export type ReadProposal = Awaited<ReturnType<ReturnType<typeof readProposal>>>;

/** The proposer, the seniors asked until 28 days after the decision, and the register team. The opening is recorded. */
export function readProposal({ db, now, chats }: Context) {
  return async ({ actor, proposal: id }: { actor: Actor; proposal: string }) =>
    await interactive(db, actor.organisation, async (tx) => {
      const at = now();
      const row = await findProposal(tx, actor.organisation, id);
      if (!row) return { code: "unknown-target" } as const;
      const assessed = await assess(tx, row, { now: at, chats });
      if (!mayRead(assessed, actor, at)) return { code: "not-yours" } as const;

      await appendAudit(tx, {
        organisation: actor.organisation,
        at,
        event: "proposal-opened",
        by: actor.officer,
        subject: { kind: "proposal", id },
      });
      const viewer = viewerOf(actor, assessed.staff);
      const history = maySee(viewer, { view: "case", services: [row.service], writtenReason: null });
      return {
        code: "opened",
        assessed,
        mayReadHistory: history.code === "may",
        owesAdjustments: mayAnswerAdjustments(assessed, actor) && (await adjustmentsAsked(tx, assessed, at)),
        ...(await loadAccount(tx, assessed, at)),
      } as const;
    });
}

function mayRead({ row, parts, staff }: Assessed, actor: Actor, now: Date): boolean {
  const addressedTo = parts.approvers.flatMap(({ officerId, interestDeclaredAt }) =>
    interestDeclaredAt ? [] : [officerId],
  );
  const view = {
    view: "proposal",
    services: [row.service],
    proposedBy: row.proposedBy,
    addressedTo,
    closedAt: row.decidedAt,
    now,
  } as const;
  return maySee(viewerOf(actor, staff), view).code === "may";
}

async function loadAccount(tx: Tx, { row, parts }: Assessed, now: Date) {
  const ids = parts.incidents.map(({ id }) => id);
  const [[about], incidents, earlier] = await Promise.all([
    tx
      .select({ ref: customer.ref, name: customer.name })
      .from(customer)
      .where(and(eq(customer.organisationId, row.organisationId), eq(customer.id, row.customerId))),
    ids.length > 0
      ? tx
          .select()
          .from(incident)
          .where(and(eq(incident.organisationId, row.organisationId), inArray(incident.id, ids)))
      : [],
    earlierArrangements(tx, row.organisationId, { customer: row.customerId, decidedBefore: row.decidedAt ?? now }),
  ]);
  return { earlier, customer: { ref: about?.ref ?? "", name: about?.name ?? "" }, incidents };
}
