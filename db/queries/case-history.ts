/** What happened to one customer's case: what the audit holds, and arrangements from before this register. */
import { z } from "zod";
import { CASE_EVENTS, CaseEventName } from "../../src/policy/vocabulary.ts";
import { sqlOf, type Tx } from "../transaction.ts";

export type CaseEvent = {
  readonly at: Date;
  readonly event: CaseEventName;
  /** The officer, or null when the product did it. */
  readonly by: string | null;
  /** The reference of the report, proposal or arrangement it is about; null for what has none of its own. */
  readonly ref: string | null;
};

type Wanted = {
  /** The customer's id; null: a report that names nobody on record, and only that report. */
  readonly customer: string | null;
  readonly incident: string | null;
  readonly limit: number;
  readonly offset: number;
};

/** The newest first, and how many there are in all. */
export async function loadCaseHistory(
  tx: Tx,
  organisation: string,
  { customer, incident, limit, offset }: Wanted,
): Promise<{ readonly total: number; readonly events: readonly CaseEvent[] }> {
  const rows = await sqlOf(tx)`
    with subject as (
      select 'incident' as kind, id, ref from incident
      where organisation_id = ${organisation}::uuid and (customer_id = ${customer}::uuid or id = ${incident}::uuid)
      union all
      select 'proposal', id, ref from proposal where organisation_id = ${organisation}::uuid and customer_id = ${customer}::uuid
      union all
      select 'arrangement', id, ref from arrangement where organisation_id = ${organisation}::uuid and customer_id = ${customer}::uuid
      union all
      select 'step', id, null from ladder_step where organisation_id = ${organisation}::uuid and customer_id = ${customer}::uuid
      union all
      select 'letter', l.id, a.ref from letter l
      join arrangement a on a.organisation_id = l.organisation_id and a.id = l.arrangement_id
      where l.organisation_id = ${organisation}::uuid and a.customer_id = ${customer}::uuid),
    event as (
    select a.id, a.at, case when a.event = 'proposal-approved' and a.facts ->> 'state' = 'submitted' then 'proposal-approved-by-one' else a.event end as event,
      a.by, s.ref
    from audit a join subject s on s.kind = a.subject_kind and s.id::text = a.subject_id
    where a.organisation_id = ${organisation}::uuid and a.event = any (${[...CASE_EVENTS]}::text[])
    union all
    select id, decided_at, 'arrangement-decided-before', decided_by, ref from arrangement
    where organisation_id = ${organisation}::uuid and customer_id = ${customer}::uuid and proposal_id is null)
    select at, event, by, ref, count(*) over () as total from event
    order by at desc, id desc
    limit ${limit} offset ${offset}`;
  return {
    total: Number(rows[0]?.["total"] ?? 0),
    events: rows.map((row) => ({
      at: z.coerce.date().parse(row["at"]),
      event: CaseEventName.parse(row["event"]),
      by: row["by"] === null ? null : String(row["by"]),
      ref: row["ref"] === null ? null : String(row["ref"]),
    })),
  };
}
