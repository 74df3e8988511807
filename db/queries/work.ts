/** What waits for one officer, what they have under way and what falls due soon, in one list. */
import { z } from "zod";
import { NOT_ASKED_ANY_MORE } from "../../src/policy/gates/social-work.ts";
import { WORK_KINDS, WorkKind } from "../../src/policy/vocabulary.ts";
import { sqlOf, type Tx } from "../transaction.ts";

const WorkRow = z.object({
  kind: WorkKind,
  id: z.string(),
  version: z.number(),
  /** Of the report, proposal or arrangement. */
  ref: z.string(),
  /** Of the customer; null for a report that names nobody on record. */
  customerRef: z.string().nullable(),
  /** Since when it waits, or the day it falls due. */
  at: z.coerce.date(),
});
export type WorkRow = z.infer<typeof WorkRow>;

type Wanted = {
  readonly officer: string;
  /** The officer and the people for whom they stand in, by id. */
  readonly seats: readonly string[];
  /** The services that they manage, for themselves or for somebody away. */
  readonly services: readonly string[];
  /**
   * The register team has every letter and every date in hand, questions and reports that reached nobody else, and what
   * nobody took over from somebody who left.
   */
  readonly all: boolean;
  /** Proposals that they were asked to decide, and still may, by id. */
  readonly toDecide: readonly string[];
  /** Proposals whose question about adjustments they are to answer, by id. */
  readonly owed: readonly string[];
  readonly now: Date;
  /** ISO date, and the same day's start, up to which a date counts as soon. */
  readonly soon: string;
  readonly soonAt: Date;
  readonly limit: number;
  readonly offset: number;
};

/** A page of the list, and how long it is. */
export async function loadWork(
  tx: Tx,
  organisation: string,
  { officer, seats, services, all, toDecide, owed, now, soon, soonAt, limit, offset }: Wanted,
): Promise<{ readonly rows: readonly WorkRow[]; readonly total: number }> {
  const rows = await sqlOf(tx)`
    with asked as (
      select ${organisation}::uuid as org, ${officer}::uuid as me, ${[...seats]}::uuid[] as seats, ${[...services]}::text[] as services, ${all}::boolean as every,
        ${now.toISOString()}::timestamptz as now, ${soon}::date as soon, ${soonAt.toISOString()}::timestamptz as soon_at),
    running as (
      select a.id, a.ref, a.customer_id, least(a.review_on, (select min(v.due_on) from review v
        where v.organisation_id = a.organisation_id and v.arrangement_id = a.id)) as review_on, a.ends_at from arrangement a
      join asked on a.organisation_id = asked.org
      left join proposal p on p.organisation_id = a.organisation_id and p.id = a.proposal_id
      where a.starts_at <= asked.now and a.ends_at > asked.now and a.lifted_at is null
        and (asked.every or p.proposed_by = asked.me or p.service = any (asked.services)
          or (a.proposal_id is null and exists (select from restriction r
            where r.organisation_id = a.organisation_id and r.arrangement_id = a.id and r.services && asked.services)))),
    gone as (
      select o.id from officer o join asked on o.organisation_id = asked.org where asked.every and o.status = 'left'),
    work as (
      select 'report' as kind, i.id, i.version, i.ref, i.customer_id, i.reported_at as at from incident i, asked
      where i.organisation_id = asked.org and i.state = 'awaiting_triage'
        and (i.triage_officer_id = any (asked.seats) or i.service = any (asked.services) or i.triage_officer_id in (select id from gone)
          or (asked.every and i.triage_officer_id is null))
      union all
      select 'decision', p.id, p.version, p.ref, p.customer_id, v.asked_at from approver v, proposal p, asked
      where v.organisation_id = asked.org and v.officer_id = asked.me and v.proposal_id = any (${[...toDecide]}::uuid[])
        and p.organisation_id = v.organisation_id and p.id = v.proposal_id
      union all
      select 'social-work', q.id, q.version, p.ref, p.customer_id, q.asked_at from social_work_question q, proposal p, asked
      where q.organisation_id = asked.org and q.answered_at is null
        and (asked.me = any (q.put_to) or (asked.every and (cardinality(q.put_to) = 0 or exists (select from copy c
          where c.organisation_id = asked.org and c.subject_id = q.id and c.kind = 'social-work-question' and (c.officer_id = asked.me or c.channel = 'register')))))
        and p.organisation_id = q.organisation_id and p.id = q.proposal_id
        and p.state <> all (${[...NOT_ASKED_ANY_MORE]}::text[])
      union all
      select 'adjustments', p.id, p.version, p.ref, p.customer_id,
        (least(p.review_on, (select min(v.due_on) from review v
          join arrangement a on a.organisation_id = v.organisation_id and a.id = v.arrangement_id
          where a.organisation_id = p.organisation_id and a.proposal_id = p.id)) + time '12:00') at time zone 'UTC'
      from proposal p, asked where p.organisation_id = asked.org and p.id = any (${[...owed]}::uuid[])
      union all
      select 'advice', s.id, s.version, i.ref, s.customer_id, s.recorded_at from ladder_step s, incident i, asked
      where s.organisation_id = asked.org and (s.owner_id = asked.me or s.owner_id in (select id from gone)) and s.state = 'to_give' and s.kind = 'advice'
        and i.organisation_id = s.organisation_id and i.id = s.incident_id
      union all
      select 'letter', l.id, l.version, coalesce(a.ref, i.ref), coalesce(a.customer_id, s.customer_id), l.written_at
      from asked join letter l on l.organisation_id = asked.org
      left join arrangement a on a.organisation_id = l.organisation_id and a.id = l.arrangement_id
      left join ladder_step s on s.organisation_id = l.organisation_id and s.id = l.step_id
      left join incident i on i.organisation_id = s.organisation_id and i.id = s.incident_id
      where l.recorded_at is null and (asked.every or l.owner_id = asked.me)
      union all
      select p.state, p.id, p.version, p.ref, p.customer_id, coalesce(p.decided_at, p.submitted_at, p.started_at)
      from proposal p, asked
      where p.organisation_id = asked.org and p.proposed_by = asked.me
        and p.state in ('returned', 'expired', 'draft', 'submitted')
      union all
      select 'left-behind', p.id, p.version, p.ref, p.customer_id, coalesce(p.decided_at, p.submitted_at, p.started_at)
      from proposal p, asked where p.organisation_id = asked.org and p.proposed_by in (select id from gone)
        and p.state in ('returned', 'expired', 'draft')
      union all
      select 'review-due', r.id, 1, r.ref, r.customer_id, (r.review_on + time '12:00') at time zone 'UTC' from running r, asked where r.review_on <= asked.soon
      union all
      select 'ends-soon', r.id, 1, r.ref, r.customer_id, r.ends_at from running r, asked
      where r.ends_at < asked.soon_at and r.review_on > asked.soon
      union all
      select 'in-force', r.id, 1, r.ref, r.customer_id, r.ends_at from running r, asked
      where not asked.every and r.review_on > asked.soon and r.ends_at >= asked.soon_at)
    select w.kind, w.id, w.version, w.ref, c.ref as "customerRef", w.at, count(*) over () as total
    from work w left join customer c on c.organisation_id = ${organisation}::uuid and c.id = w.customer_id
    order by array_position(${[...WORK_KINDS]}::text[], w.kind), w.at, w.ref
    limit ${limit} offset ${offset}`;
  return { rows: rows.map((row) => WorkRow.parse(row)), total: Number(rows[0]?.["total"] ?? 0) };
}
