/** What is read for every request of contacts, whatever is in it. Small statements, sent together. */
import type { OfficerStatus } from "../../../src/policy/vocabulary.ts";
import type { Sql } from "../../connect.ts";

export type Settings = {
  readonly country: string;
  readonly timeZone: string;
  readonly calendar: string;
  readonly packId: string;
  readonly packVersion: number;
  /** The pack in force where the organisation keeps its own, as JSON. */
  readonly keptPack: unknown;
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

/** The organisation of this transaction. */
export async function loadSettings(sql: Sql, organisation: string): Promise<Settings> {
  const [row] = await sql<Settings[]>`
    select country, time_zone as "timeZone", calendar, pack_id as "packId", pack_version as "packVersion",
      (select content from policy_pack p
        where p.organisation_id = organisation.id and p.id = organisation.pack_id and p.version = organisation.pack_version) as "keptPack"
    from organisation where id = ${organisation}::uuid`;
  if (!row) throw new Error("the organisation of this transaction does not exist");
  return row;
}

/** The first answers of those ids that a source sent before. */
export async function findAnswered(
  sql: Sql,
  organisation: string,
  { source, ids }: { readonly source: string; readonly ids: readonly string[] },
): Promise<ReadonlyMap<string, unknown>> {
  const rows = await sql<{ id: string; answer: unknown }[]>`
    select source_id as id, answer from contact
    where organisation_id = ${organisation}::uuid and source = ${source} and source_id = any (${ids}::text[])`;
  return new Map(rows.map(({ id, answer }) => [id, answer]));
}

/** The officers with one of these e-mails (lower case) or extensions. */
export async function findReached(
  sql: Sql,
  organisation: string,
  { emails, extensions }: { readonly emails: readonly string[]; readonly extensions: readonly string[] },
): Promise<readonly ReachedOfficer[]> {
  if (emails.length + extensions.length === 0) return [];
  return await sql<ReachedOfficer[]>`
    select id, email, extension, service, status from officer
    where organisation_id = ${organisation}::uuid and email = any (${emails}::text[])
    union
    select id, email, extension, service, status from officer
    where organisation_id = ${organisation}::uuid and extension = any (${extensions}::text[])`;
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
