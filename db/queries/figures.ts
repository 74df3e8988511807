/** What the figures of the register are counted from. */
import { z } from "zod";
import { Channel } from "../../src/policy/vocabulary.ts";
import { sqlOf, type Tx } from "../transaction.ts";

const WarningRow = z.object({ on: z.string(), how: Channel, incidents: z.array(z.string()) });
export type WarningRow = z.infer<typeof WarningRow>;

/**
 * Every warning that a report led to and that was given, with the local ISO dates of what was reported of the customer
 * since. Reports that came to nothing are not held against anybody.
 */
export async function loadWarnings(tx: Tx, organisation: string, timeZone: string): Promise<readonly WarningRow[]> {
  const rows = await sqlOf(tx)`
    select s.given_on::text as "on", s.how, array(
      select distinct (i.occurred_at at time zone ${timeZone})::date::text from incident i
      where i.organisation_id = s.organisation_id and i.customer_id = s.customer_id and i.state <> 'no_further_action'
        and (i.occurred_at at time zone ${timeZone})::date > s.given_on) as incidents
    from ladder_step s
    where s.organisation_id = ${organisation}::uuid and s.kind = 'warning' and s.state = 'given' and s.incident_id is not null`;
  return rows.map((row) => WarningRow.parse(row));
}
