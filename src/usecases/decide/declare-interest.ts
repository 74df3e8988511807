import { and, eq } from "drizzle-orm";
import { appendAudit } from "../../../db/queries/audit.ts";
import { lockProposal } from "../../../db/queries/proposals.ts";
import { approver } from "../../../db/schema/index.ts";
import { interactive } from "../../../db/transaction.ts";
import { stillDecidable } from "../../policy/approval/still-decidable.ts";
import type { Actor, Context } from "../context.ts";
import { assess } from "../propose/assess.ts";
import { askMore } from "./ask-more.ts";

export type InterestOutcome =
  /** `enough`: as many may still decide as must approve. */
  | {
      readonly code: "declared";
      readonly ref: string;
      readonly askedInstead: readonly string[];
      readonly enough: boolean;
    }
  | { readonly code: "not-asked" }
  | { readonly code: "closed"; readonly ref: string };

/** "I have an interest": whoever says so does not decide, and the next eligible senior is asked (CASEWORK section 4). */
export function declareInterest({ db, now, chats }: Context) {
  return async ({ actor, proposal: id }: { actor: Actor; proposal: string }): Promise<InterestOutcome> =>
    await interactive(db, actor.organisation, async (tx) => {
      const at = now();
      const row = await lockProposal(tx, actor.organisation, id);
      if (!row) return { code: "not-asked" };
      if (row.state !== "submitted") return { code: "closed", ref: row.ref };
      const [mine] = await tx
        .update(approver)
        .set({ interestDeclaredAt: at, verdict: null, verdictAt: null, seatId: null })
        .where(
          and(
            eq(approver.organisationId, actor.organisation),
            eq(approver.proposalId, id),
            eq(approver.officerId, actor.officer),
          ),
        )
        .returning();
      if (!mine) return { code: "not-asked" };

      const assessed = await assess(tx, row, { now: at, chats });
      const instead = await askMore(tx, assessed, { at, chats });
      const { enough } = stillDecidable(assessed.record, assessed.staff, assessed.pack);
      await appendAudit(tx, {
        organisation: actor.organisation,
        at,
        event: "interest-declared",
        by: actor.officer,
        subject: { kind: "proposal", id },
      });
      return { code: "declared", ref: row.ref, askedInstead: instead.map(({ name }) => name), enough };
    });
}
