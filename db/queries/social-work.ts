/** Questions to Social Work about proposals. */
import { and, arrayContains, eq, getTableColumns, isNull } from "drizzle-orm";
import { prepared } from "../prepared.ts";
import { socialWorkQuestion } from "../schema/index.ts";
import type { Tx } from "../transaction.ts";

export type SocialWorkRow = typeof socialWorkQuestion.$inferSelect;

const ofProposal = prepared(
  getTableColumns(socialWorkQuestion),
  ["organisation", "proposal"],
  (select, { organisation, proposal }) =>
    select
      .from(socialWorkQuestion)
      .where(and(eq(socialWorkQuestion.organisationId, organisation), eq(socialWorkQuestion.proposalId, proposal))),
);

/** The question about this proposal, if one was asked. */
export async function findQuestionOf(
  tx: Tx,
  organisation: string,
  proposal: string,
): Promise<SocialWorkRow | undefined> {
  const [row] = await ofProposal(tx, { organisation, proposal });
  return row;
}

/** A question by its own id; `lock` until the transaction ends: two clicks, one winner. */
export async function findQuestion(
  tx: Tx,
  organisation: string,
  { id, lock = false }: { id: string; lock?: boolean },
): Promise<SocialWorkRow | undefined> {
  const query = tx
    .select()
    .from(socialWorkQuestion)
    .where(and(eq(socialWorkQuestion.organisationId, organisation), eq(socialWorkQuestion.id, id)));
  const [row] = lock ? await query.for("update") : await query;
  return row;
}

/** Questions without an answer that were put to this liaison, among others. */
export async function questionsPutTo(tx: Tx, organisation: string, liaison: string): Promise<readonly SocialWorkRow[]> {
  return await tx
    .select()
    .from(socialWorkQuestion)
    .where(
      and(
        eq(socialWorkQuestion.organisationId, organisation),
        isNull(socialWorkQuestion.answeredAt),
        arrayContains(socialWorkQuestion.putTo, [liaison]),
      ),
    );
}
