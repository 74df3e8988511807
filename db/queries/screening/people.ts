/** The officers that matched contacts may have to do with, and nobody else: a staff list is long. */
import type { Officer } from "../../../src/policy/staff/officer.ts";
import { type Chat, type OfficerStatus, Role } from "../../../src/policy/vocabulary.ts";
import type { Sql } from "../../connect.ts";

export type NearbyOfficer = Officer & {
  readonly email: string;
  readonly extension: string | null;
  readonly service: string;
};

type Row = Omit<NearbyOfficer, "roles" | "status"> & {
  readonly roles: readonly string[];
  readonly status: OfficerStatus;
};

/**
 * Those with these e-mails (lower case), the managers of these services, and from each of them everybody along the
 * chains of deputies and line managers. `linked`: an account of theirs is linked in one of the connected `chats`, looked
 * up for each: put otherwise, PostgreSQL reads the accounts of the whole staff.
 */
export async function loadNearby(
  sql: Sql,
  organisation: string,
  {
    emails,
    services,
    chats,
  }: { readonly emails: readonly string[]; readonly services: readonly string[]; readonly chats: ReadonlySet<Chat> },
): Promise<readonly NearbyOfficer[]> {
  const rows = await sql<Row[]>`
    with recursive nearby as (
      select o.id, o.name, o.email, o.extension, o.service, o.roles, o.status, o.deputy, o.line_manager from officer o
      where o.organisation_id = ${organisation}::uuid and (o.email = any (${emails}::text[])
        or (o.service = any (${services}::text[]) and 'service_manager' = any (o.roles)))
      union
      select o.id, o.name, o.email, o.extension, o.service, o.roles, o.status, o.deputy, o.line_manager from nearby n
      join officer o on o.organisation_id = ${organisation}::uuid and o.id in (n.deputy, n.line_manager))
    select n.id, n.name, n.email, n.extension, n.service, n.roles, n.status, n.deputy, n.line_manager as "lineManager",
      a.found is not null as linked
    from nearby n left join lateral (select true as found from chat_account a
      where a.organisation_id = ${organisation}::uuid and a.officer_id = n.id and a.chat::text = any (${[...chats]}::text[])
      limit 1) a on true`;
  return rows.map((row) => ({ ...row, roles: row.roles.map((role) => Role.parse(role)) }));
}
