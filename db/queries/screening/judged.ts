/** What the register team's judgement of an alert leaves behind (SCREENING section 3). */
import type { Sql } from "../../connect.ts";

/** Forgets the identifiers that were kept until somebody judged the alerts, and their digest, from which a number can be guessed. */
export async function forgetSeenOf(sql: Sql, organisation: string, alerts: readonly string[]): Promise<void> {
  await sql`update contact set seen = null, pair = null
    where organisation_id = ${organisation}::uuid and alert_id = any (${alerts}::uuid[]) and pair is not null`;
}

export type NotSame = {
  /** The alert that was judged, and all whose contacts it holds for: that one, and those in its card. */
  readonly alert: string;
  readonly alerts: readonly string[];
  readonly by: string;
  readonly at: Date;
  readonly until: Date;
};

/** Remembers that what the contacts of alerts gave is not the customer of the one judged, as the customer is now. */
export async function rememberNotSame(
  sql: Sql,
  organisation: string,
  { alert, alerts, by, at, until }: NotSame,
): Promise<void> {
  await sql`
    insert into not_same_person (organisation_id, id, customer_id, key, customer_version, alert_id, judged_by, judged_at, until)
    select a.organisation_id, gen_random_uuid(), a.customer_id, k.pair, c.version, a.id, ${by}::uuid, ${at.toISOString()}::timestamptz, ${until.toISOString()}::timestamptz
    from alert a
    join customer c on c.organisation_id = a.organisation_id and c.id = a.customer_id
    cross join lateral (select distinct k.pair from contact k
      where k.organisation_id = a.organisation_id and k.alert_id = any (${alerts}::uuid[]) and k.pair is not null) k
    where a.organisation_id = ${organisation}::uuid and a.id = ${alert}::uuid
    on conflict (organisation_id, customer_id, key) do update set id = excluded.id,
      customer_version = excluded.customer_version, alert_id = excluded.alert_id, judged_by = excluded.judged_by, judged_at = excluded.judged_at, until = excluded.until, revoked_at = null`;
}
