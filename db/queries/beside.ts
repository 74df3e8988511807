/** The other arrangements of a customer that hold at some time of a proposal (CASEWORK section 2). */
import { and, asc, eq, gt, isNull, lt, ne, or, sql } from "drizzle-orm";
import type { Beside } from "../../src/policy/needs/beside.ts";
import { restrictionOf } from "../../src/policy/restrictions/restriction.ts";
import { prepared } from "../prepared.ts";
import { arrangement, restriction } from "../schema/index.ts";
import type { Tx } from "../transaction.ts";
import { OPEN, type ProposalRow } from "./proposals.ts";

const FIELDS = {
  ref: arrangement.ref,
  startsAt: arrangement.startsAt,
  endsAt: arrangement.endsAt,
  liftedAt: arrangement.liftedAt,
  kind: restriction.kind,
  clause: restriction.clause,
  services: restriction.services,
  parameters: restriction.parameters,
};

const overlapping = prepared(
  FIELDS,
  ["organisation", "customer", "proposal", "from", "until"],
  (select, { organisation, customer, proposal, from, until }) =>
    select
      .from(arrangement)
      .innerJoin(
        restriction,
        and(eq(restriction.organisationId, arrangement.organisationId), eq(restriction.arrangementId, arrangement.id)),
      )
      .where(
        and(
          eq(arrangement.organisationId, organisation),
          eq(arrangement.customerId, customer),
          or(isNull(arrangement.proposalId), ne(arrangement.proposalId, proposal)),
          gt(arrangement.endsAt, from),
          or(isNull(arrangement.liftedAt), gt(arrangement.liftedAt, from)),
          or(sql`${until}::timestamptz is null`, lt(arrangement.startsAt, until)),
        ),
      )
      .orderBy(asc(arrangement.decidedAt), asc(arrangement.id), asc(restriction.id)),
);

/**
 * In force or still to begin, and not over when the proposal would begin; in the order they were decided in. None of a
 * proposal at its end: what was decided is not asked about again.
 */
export async function loadBeside(tx: Tx, row: ProposalRow, now: Date): Promise<readonly Beside[]> {
  if (!OPEN.includes(row.state)) return [];
  const from = row.startsAt && row.startsAt > now ? row.startsAt : now;
  const rows = await overlapping(tx, {
    organisation: row.organisationId,
    customer: row.customerId,
    proposal: row.id,
    from: from.toISOString(),
    until: row.endsAt?.toISOString() ?? null,
  });
  return [...Map.groupBy(rows, ({ ref }) => ref).values()].flatMap((own) => besideOf(own, from));
}

type Row = Awaited<ReturnType<typeof overlapping>>[number];

function besideOf(rows: readonly Row[], from: Date): Beside[] {
  const [first] = rows;
  if (!first) return [];
  const { ref, startsAt, endsAt, liftedAt } = first;
  const restrictions = rows.map(restrictionOf);
  const until = liftedAt && liftedAt < endsAt ? liftedAt : endsAt;
  return [{ ref, from: Math.max(startsAt.getTime(), from.getTime()), until: until.getTime(), restrictions }];
}
