/** What is read for every request of contacts, whatever is in it. */
import type { OfficerStatus } from "../../../src/policy/vocabulary.ts";
import type { Sql } from "../../connect.ts";
import { unionOf } from "./union-of.ts";

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

/** The organisation of this transaction, the first answers to what its source sent before, and whom the contacts reached. */
export type Start = {
  readonly settings: Settings;
  readonly answered: ReadonlyMap<string, unknown>;
  readonly reached: readonly ReachedOfficer[];
};

/** `ids`: of the source's own. E-mails in lower case. */
export type StartSearch = {
  readonly source: string;
  readonly ids: readonly string[];
  readonly emails: readonly string[];
  readonly extensions: readonly string[];
};

/**
 * Sent together: the server answers the first while the others are still being written. As parts of one statement they took
 * longer, since nothing of it is answered before all of it is.
 */
export async function loadStart(sql: Sql, organisation: string, search: StartSearch): Promise<Start> {
  const [[settings], answered, reached] = await Promise.all([
    sql<Settings[]>`
      select country, time_zone as "timeZone", calendar, pack_id as "packId", pack_version as "packVersion"
      from organisation where id = ${organisation}::uuid`,
    answeredBefore(sql, organisation, search),
    reachedOfficers(sql, organisation, search),
  ]);
  if (!settings) throw new Error("the organisation of this transaction does not exist");
  return { settings, answered, reached };
}

async function answeredBefore(
  sql: Sql,
  organisation: string,
  { source, ids }: StartSearch,
): Promise<ReadonlyMap<string, unknown>> {
  if (ids.length === 0) return new Map();
  const rows = await sql<{ id: string; answer: unknown }[]>`
    select source_id as id, answer from contact
    where organisation_id = ${organisation}::uuid and source = ${source} and source_id = any (${ids}::text[])`;
  return new Map(rows.map(({ id, answer }) => [id, answer]));
}

async function reachedOfficers(
  sql: Sql,
  organisation: string,
  { emails, extensions }: StartSearch,
): Promise<readonly ReachedOfficer[]> {
  const columns = sql`select id, email, extension, service, status from officer where organisation_id = ${organisation}::uuid`;
  const found = unionOf(sql, [
    emails.length > 0 && sql`${columns} and email = any (${emails}::text[])`,
    extensions.length > 0 && sql`${columns} and extension_key = any (${extensions}::text[])`,
  ]);
  return found ? await sql<ReachedOfficer[]>`${found}` : [];
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
