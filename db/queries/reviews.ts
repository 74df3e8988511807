/** Reviews that are due before the day of the decision. */
import { and, eq, sql } from "drizzle-orm";
import { arrangement, review } from "../schema/index.ts";
import type { Tx } from "../transaction.ts";

export type ReviewRow = typeof review.$inferSelect;

/** Opens a review; `false` when the same cause opened it before. */
export async function addReview(tx: Tx, row: ReviewRow): Promise<boolean> {
  return (await tx.insert(review).values(row).onConflictDoNothing().returning({ id: review.id })).length > 0;
}

/** The day on which the review of an arrangement is due, for a query of arrangements: an open review goes before the decision's own day. */
export const reviewDay = sql<string>`least(${arrangement.reviewOn}, (select min(v.due_on) from review v
  where v.organisation_id = ${arrangement.organisationId} and v.arrangement_id = ${arrangement.id}))::text`;

/** The arrangement that a proposal came to, when it still runs or is still to begin. */
export async function findRunningOf(
  tx: Tx,
  organisation: string,
  { proposal, at }: { readonly proposal: string; readonly at: Date },
) {
  const [row] = await tx
    .select()
    .from(arrangement)
    .where(
      and(
        eq(arrangement.organisationId, organisation),
        eq(arrangement.proposalId, proposal),
        sql`${arrangement.endsAt} > ${at.toISOString()}::timestamptz`,
        sql`${arrangement.liftedAt} is null`,
      ),
    );
  return row;
}
