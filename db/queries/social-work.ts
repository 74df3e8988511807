/** Questions to Social Work about proposals. */
import { and, eq, getTableColumns, isNull, notInArray, sql } from "drizzle-orm";
import type { ProposalState } from "../../src/policy/vocabulary.ts";
import { prepared } from "../prepared.ts";
import { proposal, socialWorkQuestion } from "../schema/index.ts";
import type { Tx } from "../transaction.ts";

export type SocialWorkRow = typeof socialWorkQuestion.$inferSelect;

/** Whether it went to anybody: a card of it is wanted somewhere. */
const reached = sql<boolean>`exists (select from copy c where c.organisation_id = ${socialWorkQuestion}.organisation_id
  and c.subject_id = ${socialWorkQuestion}.id and c.kind in ('social-work-question', 'social-work-reminder'))`;

const ofProposal = prepared(
  { ...getTableColumns(socialWorkQuestion), reached },
  ["organisation", "proposal"],
  (select, { organisation, proposal: about }) =>
    select
      .from(socialWorkQuestion)
      .where(and(eq(socialWorkQuestion.organisationId, organisation), eq(socialWorkQuestion.proposalId, about))),
);

/** The question about this proposal, if one was asked; `reached`: anybody got it. */
export async function findQuestionOf(
  tx: Tx,
  organisation: string,
  about: string,
): Promise<(SocialWorkRow & { readonly reached: boolean }) | undefined> {
  const [row] = await ofProposal(tx, { organisation, proposal: about });
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

/** Questions without an answer about proposals that are not closed. */
export async function openQuestions(
  tx: Tx,
  organisation: string,
  closed: readonly ProposalState[],
): Promise<readonly SocialWorkRow[]> {
  return await tx
    .select(getTableColumns(socialWorkQuestion))
    .from(socialWorkQuestion)
    .innerJoin(
      proposal,
      and(
        eq(proposal.organisationId, socialWorkQuestion.organisationId),
        eq(proposal.id, socialWorkQuestion.proposalId),
      ),
    )
    .where(
      and(
        eq(socialWorkQuestion.organisationId, organisation),
        isNull(socialWorkQuestion.answeredAt),
        notInArray(proposal.state, [...closed]),
      ),
    );
}
