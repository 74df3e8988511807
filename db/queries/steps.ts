/** Advice and warnings on record about a customer. */
import { and, asc, eq, getTableColumns, isNull, or, sql } from "drizzle-orm";
import { prepared } from "../prepared.ts";
import { ladderStep, proposal as proposals } from "../schema/index.ts";
import type { Tx } from "../transaction.ts";

export type LadderStepRow = typeof ladderStep.$inferSelect;

/** A step that was given: its day and its way are known. */
export type GivenStep = LadderStepRow & {
  readonly givenOn: string;
  readonly how: NonNullable<LadderStepRow["how"]>;
};

const wasApproved = sql`exists (select from ${proposals} p where p.organisation_id = ${ladderStep.organisationId}
  and p.id = ${ladderStep.proposalId} and p.state = 'approved')`;

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
          or(isNull(ladderStep.proposalId), eq(ladderStep.proposalId, proposal), wasApproved),
        ),
      )
      .orderBy(asc(ladderStep.givenOn), asc(ladderStep.id)),
);

/**
 * Steps that were given, the oldest first: those that a report led to, those that the proposer put on record with this
 * proposal, and those that an approved one rests on. What another says happened before is that proposal's word until
 * then: approved, the decision and its letter say it, and it is on record of the customer.
 */
export async function loadGivenSteps(
  tx: Tx,
  organisation: string,
  { customer, proposal }: { customer: string; proposal: string | null },
): Promise<readonly GivenStep[]> {
  const rows = await given(tx, { organisation, customer, proposal });
  const steps = rows.flatMap(({ givenOn, how, ...row }) => (givenOn && how ? [{ ...row, givenOn, how }] : []));
  // Typed again with a later proposal it is the same advice: letters and cards name it once.
  const isSame = (one: GivenStep, other: GivenStep) => one.kind === other.kind && one.givenOn === other.givenOn;
  return steps.filter((step, place) => !steps.slice(0, place).some((before) => isSame(before, step)));
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
