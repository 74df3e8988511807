/** The sources of contacts, and when they last sent something. Read from the index, however many contacts there are. */
import type { Sql } from "../connect.ts";

export type SourceArrivals = {
  readonly source: string;
  /** When a token was bound to it; null for one that only an unbound token lets in. */
  readonly boundSince: Date | null;
  /** The instants at which its last requests arrived, the newest first. */
  readonly arrivals: readonly Date[];
};

/** A token that is bound to no source may send any name: so many are looked at. */
const MOST_SOURCES = 100;
/** Instants of each source: enough for a median that a day's rush or lull does not move. */
const MOST_ARRIVALS = 201;

/**
 * The sources that a token in use may send: those that sent something, and those that a token is bound to whether they
 * did or not. One that was silent since its own token was revoked is not expected any more. Steps from one source, and from one arrival, to the
 * next in an index: a request of a thousand contacts is one step.
 */
export async function listSources(sql: Sql, organisation: string): Promise<readonly SourceArrivals[]> {
  // Times as numbers: Drizzle's connection reads no other as what it is.
  const rows = await sql<{ source: string; boundSince: number | null; arrivals: readonly number[] }[]>`
    with recursive sent as (
      (select source, 1 as n from contact where organisation_id = ${organisation}::uuid order by source limit 1)
      union all
      select (select c.source from contact c where c.organisation_id = ${organisation}::uuid and c.source > s.source
        order by c.source limit 1), s.n + 1
      from sent s where s.source is not null and s.n < ${MOST_SOURCES}),
    token as (select sources, created_at from intake_token where organisation_id = ${organisation}::uuid and revoked_at is null),
    bound as (select source, min(created_at) as since from token cross join unnest(sources) as source group by source),
    expected as (
      select source, since from bound
      union all
      select source, null from sent where source is not null and source not in (select source from bound)
        and exists (select from token where sources = '{}')
        and not exists (select from intake_token t where t.organisation_id = ${organisation}::uuid and t.revoked_at is not null
          and sent.source = any (t.sources) and t.revoked_at >= (select max(c.received_at) from contact c
            where c.organisation_id = ${organisation}::uuid and c.source = sent.source))
      order by source limit ${MOST_SOURCES})
    select e.source, floor(extract(epoch from e.since) * 1000)::float8 as "boundSince", (
      with recursive arrival as (
        (select received_at as at, 1 as n from contact
          where organisation_id = ${organisation}::uuid and source = e.source order by received_at desc limit 1)
        union all
        select (select c.received_at from contact c where c.organisation_id = ${organisation}::uuid and c.source = e.source
          and c.received_at < a.at order by c.received_at desc limit 1), a.n + 1
        from arrival a where a.at is not null and a.n < ${MOST_ARRIVALS})
      select coalesce(jsonb_agg(floor(extract(epoch from at) * 1000) order by at desc), '[]') from arrival where at is not null) as arrivals
    from expected e order by e.source`;
  return rows.map(({ source, boundSince, arrivals }) => ({
    source,
    boundSince: boundSince === null ? null : new Date(boundSince),
    arrivals: arrivals.map((at) => new Date(at)),
  }));
}
