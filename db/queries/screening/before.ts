/** What is read for every request of contacts, whatever is in it. */
import type { OfficerStatus } from "../../../src/policy/vocabulary.ts";
import type { Sql } from "../../connect.ts";
import { type CandidateSearch, candidateIds } from "./candidates.ts";

export type Settings = {
  readonly country: string;
  readonly timeZone: string;
  readonly calendar: string;
  readonly packId: string;
  readonly packVersion: number;
};

/** Somebody a contact reached. */
export type ReachedOfficer = {
  readonly id: string;
  readonly email: string;
  readonly extension: string | null;
  readonly service: string;
  readonly status: OfficerStatus;
};

export type OutsideContact = { readonly id: string; readonly email: string | null };

/**
 * The organisation of this transaction, the first answers to what its source sent before, whom the contacts reached, and
 * the ids of the customers they may be about.
 */
export type Start = {
  readonly settings: Settings;
  readonly answered: ReadonlyMap<string, unknown>;
  readonly reached: readonly ReachedOfficer[];
  readonly candidates: readonly string[];
};

/** `ids`: of the source's own. E-mails in lower case. */
export type StartSearch = {
  readonly source: string;
  readonly ids: readonly string[];
  readonly emails: readonly string[];
  readonly extensions: readonly string[];
  readonly people: CandidateSearch;
};

type StartRow = Settings & {
  readonly answered: readonly (readonly [id: string, answer: unknown])[] | null;
  readonly reached: readonly ReachedOfficer[] | null;
  readonly candidates: readonly string[];
};

/** In one statement: of a single contact, the way of each to the server and back costs more than the look-up. */
export async function loadStart(sql: Sql, organisation: string, search: StartSearch): Promise<Start> {
  const [row] = await sql<StartRow[]>`
    select country, time_zone as "timeZone", calendar, pack_id as "packId", pack_version as "packVersion",
      (select jsonb_agg(jsonb_build_array(c.source_id, c.answer)) from contact c
        where c.organisation_id = ${organisation}::uuid and c.source = ${search.source}
          and c.source_id = any (${search.ids}::text[])) as answered,
      (select jsonb_agg(to_jsonb(reached)) from (
        select id, email, extension, service, status from officer
        where organisation_id = ${organisation}::uuid and email = any (${search.emails}::text[])
        union
        select id, email, extension, service, status from officer
        where organisation_id = ${organisation}::uuid and extension = any (${search.extensions}::text[])) reached) as reached,
      array(${candidateIds(sql, organisation, search.people)}) as candidates
    from organisation where id = ${organisation}::uuid`;
  if (!row) throw new Error("the organisation of this transaction does not exist");
  const { answered, reached, candidates, ...settings } = row;
  return { settings, answered: new Map(answered), reached: reached ?? [], candidates };
}

/** All services of the staff list. Steps from one to the next in the index: there are many officers and few services. */
export async function listServices(sql: Sql, organisation: string): Promise<readonly string[]> {
  const rows = await sql<{ service: string }[]>`
    with recursive services as (
      (select service from officer where organisation_id = ${organisation}::uuid order by service limit 1)
      union all
      select (select o.service from officer o
        where o.organisation_id = ${organisation}::uuid and o.service > s.service order by o.service limit 1)
      from services s where s.service is not null)
    select service from services where service is not null`;
  return rows.map(({ service }) => service);
}

/** The organisation's own added holidays, as ISO dates. */
export async function loadHolidays(sql: Sql, organisation: string): Promise<readonly string[]> {
  const rows = await sql<
    { day: string }[]
  >`select day::text as day from holiday where organisation_id = ${organisation}::uuid`;
  return rows.map(({ day }) => day);
}

/** The contacts outside the staff with one of these ids or e-mails, in lower case. */
export async function findOutside(
  sql: Sql,
  organisation: string,
  keys: readonly string[],
): Promise<readonly OutsideContact[]> {
  if (keys.length === 0) return [];
  return await sql<OutsideContact[]>`
    select id, email from outside_contact
    where organisation_id = ${organisation}::uuid and (lower(id) = any (${keys}::text[]) or lower(email) = any (${keys}::text[]))`;
}
