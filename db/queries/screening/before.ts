/** What is read for every request of contacts, whatever is in it: one statement, for each costs as much as the work it does. */
import type { OfficerStatus } from "../../../src/policy/vocabulary.ts";
import type { Sql } from "../../connect.ts";

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

export type BeforeSearch = {
  readonly source: string;
  readonly ids: readonly string[];
  /** In lower case. */
  readonly emails: readonly string[];
  readonly extensions: readonly string[];
  readonly withServices: boolean;
};

export type BeforeFound = Settings & {
  /** The first answers of those ids that the source sent before. */
  readonly answered: Readonly<Record<string, unknown>>;
  /** The officers with one of the e-mails or extensions, and the contacts outside the staff with one of the e-mails. */
  readonly reached: readonly ReachedOfficer[];
  readonly outside: readonly OutsideContact[];
  /** All services of the staff list, when they are asked for. */
  readonly services: readonly string[];
};

/** The organisation of this transaction, and what it knows of ids, officers and services. */
export async function findBefore(sql: Sql, organisation: string, search: BeforeSearch): Promise<BeforeFound> {
  const { source, ids, emails, extensions, withServices } = search;
  const [row] = await sql<BeforeFound[]>`
    select o.country, o.time_zone as "timeZone", o.calendar, o.pack_id as "packId", o.pack_version as "packVersion",
      coalesce((select jsonb_object_agg(c.source_id, c.answer) from contact c
        where c.organisation_id = ${organisation}::uuid and c.source = ${source} and c.source_id = any (${ids}::text[])), '{}') as answered,
      coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'email', f.email, 'extension', f.extension, 'service', f.service, 'status', f.status))
        from officer f where f.organisation_id = ${organisation}::uuid
        and (f.email = any (${emails}::text[]) or f.extension = any (${extensions}::text[]))), '[]') as reached,
      coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'email', x.email)) from outside_contact x
        where x.organisation_id = ${organisation}::uuid and lower(x.email) = any (${emails}::text[])), '[]') as outside,
      case when ${withServices}::boolean then (
        -- Steps from one to the next in the index: there are many officers and few services.
        with recursive services as (
          (select f.service from officer f where f.organisation_id = ${organisation}::uuid order by f.service limit 1)
          union all
          select (select f.service from officer f
            where f.organisation_id = ${organisation}::uuid and f.service > s.service order by f.service limit 1)
          from services s where s.service is not null)
        select array_agg(service) from services where service is not null) else '{}' end as services
    from organisation o where o.id = ${organisation}::uuid`;
  if (!row) throw new Error("the organisation of this transaction does not exist");
  return { ...row, services: row.services ?? [] };
}

/** The organisation's own added holidays, as ISO dates. */
export async function loadHolidays(sql: Sql, organisation: string): Promise<readonly string[]> {
  const rows = await sql<{ day: string }[]>`select day::text as day from holiday where organisation_id = ${organisation}::uuid`;
  return rows.map(({ day }) => day);
}

/** The contacts outside the staff with one of these ids or e-mails, in lower case. */
export async function findOutside(sql: Sql, organisation: string, keys: readonly string[]): Promise<readonly OutsideContact[]> {
  if (keys.length === 0) return [];
  return await sql<OutsideContact[]>`
    select id, email from outside_contact
    where organisation_id = ${organisation}::uuid and (lower(id) = any (${keys}::text[]) or lower(email) = any (${keys}::text[]))`;
}
