/** Whether an officer may press Approve, Return or Reject at this moment; the second screens need the same words. */
import { and, eq } from "drizzle-orm";
import { findProposal } from "../../../db/queries/proposals.ts";
import { customer } from "../../../db/schema/index.ts";
import { interactive } from "../../../db/transaction.ts";
import { needsReason } from "../../policy/approval/count-decision.ts";
import { asDecider } from "../../policy/approval/may-decide.ts";
import type { Verdict } from "../../policy/vocabulary.ts";
import type { Actor, Context } from "../context.ts";
import { assess } from "../propose/assess.ts";
import { countPress } from "./count-press.ts";
import { refusedDecision } from "./decide-proposal.ts";
import { startOf } from "./enact.ts";

export type PrepareDecision = {
  readonly actor: Actor;
  readonly proposal: string;
  readonly version: number;
  readonly verdict: Verdict;
};
export type PreparedDecision = Awaited<ReturnType<ReturnType<typeof prepareDecision>>>;

/** Right is read at the press, and again when the second screen is confirmed. */
export function prepareDecision({ db, now, chats }: Context) {
  return async ({ actor, proposal: id, version, verdict }: PrepareDecision) =>
    await interactive(db, actor.organisation, async (tx) => {
      const at = now();
      const row = await findProposal(tx, actor.organisation, id);
      if (!row) return { code: "unknown-target" } as const;
      const assessed = await assess(tx, row, { now: at, chats });
      const officer = assessed.staff.find((member) => member.id === actor.officer);
      if (!officer) return { code: "unknown-target" } as const;

      const trial = countPress(assessed, {
        officer: asDecider(officer, assessed.staff),
        version,
        verdict,
        reason: "to be given",
        at,
      });
      if (trial.code !== "counted") return refusedDecision(assessed, trial);
      if (!assessed.parts.approvers.some(({ officerId }) => officerId === officer.id))
        return { code: "not-asked", ref: row.ref } as const;
      const [about] = await tx
        .select({ ref: customer.ref })
        .from(customer)
        .where(and(eq(customer.organisationId, row.organisationId), eq(customer.id, row.customerId)));
      return {
        code: "ready",
        // As it would be enacted now: the second screen shows the first day that the letter will name.
        assessed: { ...assessed, row: { ...row, startsAt: startOf(row, at) } },
        customerRef: about?.ref ?? "",
        reasonRequired: needsReason(row, { verdict }, assessed.pack),
      } as const;
    });
}
