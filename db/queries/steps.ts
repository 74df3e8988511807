/** Advice and warnings on record about a customer. */
import { and, asc, eq, getTableColumns, isNull, or } from "drizzle-orm";
import { prepared } from "../prepared.ts";
import { ladderStep } from "../schema/index.ts";
import type { Tx } from "../transaction.ts";

export type LadderStepRow = typeof ladderStep.$inferSelect;

/** A step that was given: its day and its way are known. */
export type GivenStep = LadderStepRow & {
  readonly givenOn: string;
  readonly how: NonNullable<LadderStepRow["how"]>;
};

const given = prepared(
  getTableColumns(ladderStep),
  ["organisation", "customer", "proposal"],
  (select, { organisation, customer, proposal }) =>
    select
      .from(ladderStep)
      .where(
        and(
          eq(ladderStep.organisationId, organisation),
          eq(ladderStep.customerId, customer),
          eq(ladderStep.state, "given"),
          // Without a proposal nothing equals it.
          or(isNull(ladderStep.proposalId), eq(ladderStep.proposalId, proposal)),
        ),
      )
      .orderBy(asc(ladderStep.givenOn), asc(ladderStep.id)),
);

/**
 * Steps that were given, the oldest first: those that a report led to, and those that the proposer put on record with
 * this proposal. What another proposal says happened before is that proposal's word.
 */
export async function loadGivenSteps(
  tx: Tx,
  organisation: string,
  { customer, proposal }: { customer: string; proposal: string | null },
): Promise<readonly GivenStep[]> {
  const rows = await given(tx, { organisation, customer, proposal });
  return rows.flatMap(({ givenOn, how, ...row }) => (givenOn && how ? [{ ...row, givenOn, how }] : []));
}

/** The step, locked until the transaction ends: two clicks, one winner. */
export async function lockStep(tx: Tx, organisation: string, id: string): Promise<LadderStepRow | undefined> {
  const [row] = await tx.select().from(ladderStep).where(thisStep(organisation, id)).for("update");
  return row;
}

/** The step as it stands, without a lock. */
export async function findStep(tx: Tx, organisation: string, id: string): Promise<LadderStepRow | undefined> {
  const [row] = await tx.select().from(ladderStep).where(thisStep(organisation, id));
  return row;
}

const thisStep = (organisation: string, id: string) =>
  and(eq(ladderStep.organisationId, organisation), eq(ladderStep.id, id));
