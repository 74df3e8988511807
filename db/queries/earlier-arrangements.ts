/** The arrangements that a customer had before: "has had restrictions imposed on contact previously" (7.4). */
import { z } from "zod";
import { RestrictionKind } from "../../src/policy/vocabulary.ts";
import { sqlOf, type Tx } from "../transaction.ts";

const EarlierArrangement = z.object({
  ref: z.string(),
  startsAt: z.coerce.date(),
  /** When it ended or was lifted, or will end. */
  endsAt: z.coerce.date(),
  kinds: z.array(RestrictionKind),
});
export type EarlierArrangement = z.infer<typeof EarlierArrangement>;

type Wanted = {
  readonly customer: string;
  /** The decision that they came before. */
  readonly decidedBefore: Date;
};

/** The newest first. */
export async function earlierArrangements(
  tx: Tx,
  organisation: string,
  { customer, decidedBefore }: Wanted,
): Promise<readonly EarlierArrangement[]> {
  const rows = await sqlOf(tx)`
    select a.ref, a.starts_at as "startsAt", least(a.ends_at, a.lifted_at) as "endsAt",
      array_agg(r.kind::text order by r.kind::text) as kinds
    from arrangement a join restriction r on r.organisation_id = a.organisation_id and r.arrangement_id = a.id
    where a.organisation_id = ${organisation}::uuid and a.customer_id = ${customer}::uuid
      and a.decided_at < ${decidedBefore.toISOString()}::timestamptz
    group by a.organisation_id, a.id
    order by a.starts_at desc, a.ref`;
  return rows.map((row) => EarlierArrangement.parse(row));
}
