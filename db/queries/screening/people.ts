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

type Wanted = {
  /** In lower case. */
  readonly emails: readonly string[];
  /** Those whose managers are wanted. */
  readonly services: readonly string[];
  readonly chats: ReadonlySet<Chat>;
  /** An ISO date where the organisation is. */
  readonly day: string;
};

/**
 * Those with these e-mails, the managers of these services, and from each of them everybody along the chains of deputies
 * and line managers, as they are on that day: whoever has a delegation is away, and the delegate is their deputy, by the
 * same rule as `staffOn`. `linked`: an account of theirs is linked in one of the connected `chats`, looked
 * up for each: put otherwise, PostgreSQL reads the accounts of the whole staff.
 */
export async function loadNearby(
  sql: Sql,
  organisation: string,
  { emails, services, chats, day }: Wanted,
): Promise<readonly NearbyOfficer[]> {
  // Who has left stays so: nobody stands in for them on certain days only.
  const presence = sql`case when away.delegate_id is not null and o.status <> 'left' then 'absent' else o.status end as status,
        case when o.status <> 'left' then coalesce(away.delegate_id, o.deputy) else o.deputy end as deputy, o.line_manager`;
  const rows = await sql<Row[]>`
    with recursive away as (
      select officer_id, delegate_id from delegation
      where organisation_id = ${organisation}::uuid and ended_at is null and starts_on <= ${day}::date and ends_on >= ${day}::date),
    nearby as (
      select o.id, o.name, o.email, o.extension, o.service, o.roles, ${presence} from officer o
      left join away on away.officer_id = o.id
      where o.organisation_id = ${organisation}::uuid and (o.email = any (${emails}::text[])
        or (o.service = any (${services}::text[]) and 'service_manager' = any (o.roles)))
      union
      select o.id, o.name, o.email, o.extension, o.service, o.roles, ${presence} from nearby n
      join officer o on o.organisation_id = ${organisation}::uuid and o.id in (n.deputy, n.line_manager)
      left join away on away.officer_id = o.id)
    select n.id, n.name, n.email, n.extension, n.service, n.roles, n.status, n.deputy, n.line_manager as "lineManager",
      a.found is not null as linked
    from nearby n left join lateral (select true as found from chat_account a
      where a.organisation_id = ${organisation}::uuid and a.officer_id = n.id and a.chat::text = any (${[...chats]}::text[])
      limit 1) a on true`;
  return rows.map((row) => ({ ...row, roles: row.roles.map((role) => Role.parse(role)) }));
}
