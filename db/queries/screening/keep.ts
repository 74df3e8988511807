/** What screening writes, each in one statement, whatever the number of rows. */

import type { Sql } from "../../connect.ts";
import type { alert, contact } from "../../schema/contact.ts";

type Row<T extends { readonly $inferSelect: object }> = Omit<T["$inferSelect"], "organisationId">;
/** A contact as it is kept; `answer` and `seen` as JSON values. */
export type KeptContact = Omit<Row<typeof contact>, "source" | "receivedAt">;

/** A contact on its way into the table, as the text of a JSON object. */
export type ContactRow = { readonly sourceId: string; readonly json: string };

/** The row of a contact. Most columns of most contacts are empty, and a thousand are sent at once: what is left out is null. */
export function contactRow(contact: KeptContact): ContactRow {
  const json = JSON.stringify({
    sourceId: contact.sourceId,
    occurredAt: contact.occurredAt.toISOString(),
    direction: contact.direction,
    channel: contact.channel,
    service: contact.service ?? undefined,
    officerId: contact.officerId ?? undefined,
    outcome: contact.outcome,
    answer: contact.answer,
    customerId: contact.customerId ?? undefined,
    subject: contact.subject ?? undefined,
    seen: contact.seen ?? undefined,
    alertId: contact.alertId ?? undefined,
    pair: contact.pair ?? undefined,
    handledConversation: contact.handledConversation ?? undefined,
  });
  return { sourceId: contact.sourceId, json };
}

/** `unknown`: it was asked whether they are there already. */
export type Batch = {
  readonly source: string;
  readonly receivedAt: Date;
  readonly rows: readonly ContactRow[];
  readonly unknown: boolean;
};

/**
 * Adds contacts. To pass over one that is there costs a sixth of the time of each, so that only what nobody has asked
 * about is added so.
 * @returns how many were added: fewer when one was there already
 * @throws a unique violation (`isThereAlready`) when they were `unknown`, and another request was quicker with one of them
 */
export async function addContacts(
  sql: Sql,
  organisation: string,
  { source, receivedAt, rows, unknown }: Batch,
): Promise<number> {
  if (rows.length === 0) return 0;
  // Sorted, so that two requests with the same contacts never wait for each other.
  const sorted = rows.toSorted((one, other) => (one.sourceId < other.sourceId ? -1 : 1)).map(({ json }) => json);
  const added = await sql`
    insert into contact (organisation_id, source, source_id, occurred_at, received_at, direction, channel, service, officer_id,
      outcome, answer, customer_id, subject, seen, alert_id, pair, handled_conversation)
    select ${organisation}::uuid, ${source}, "sourceId", "occurredAt", ${receivedAt.toISOString()}::timestamptz, "direction", "channel",
      "service", "officerId", "outcome", "answer", "customerId", "subject", "seen", "alertId", "pair", "handledConversation"
    from jsonb_to_recordset(${`[${sorted.join()}]`}::jsonb) as r("sourceId" text, "occurredAt" timestamptz, "direction" direction,
      "channel" channel, "service" text, "officerId" uuid, "outcome" outcome, "answer" jsonb, "customerId" uuid, "subject" text,
      "seen" jsonb, "alertId" uuid, "pair" text, "handledConversation" text)
    ${unknown ? sql`` : sql`on conflict do nothing`}`;
  return added.count;
}

export type WeekCall = {
  readonly restriction: string;
  readonly conversation: string;
  readonly source: string;
  readonly sourceId: string;
  readonly occurredAt: Date;
};

/** Counts calls for the week of restrictions; a call that counts already counts once. */
export async function addWeekCalls(sql: Sql, organisation: string, calls: readonly WeekCall[]): Promise<void> {
  if (calls.length === 0) return;
  await sql`
    insert into week_call (organisation_id, restriction_id, conversation, source, source_id, occurred_at)
    select ${organisation}::uuid, "restriction", "conversation", "source", "sourceId", "occurredAt"
    from jsonb_to_recordset(${JSON.stringify(calls)}::jsonb)
      as r("restriction" uuid, "conversation" text, "source" text, "sourceId" text, "occurredAt" timestamptz)
    on conflict do nothing`;
}

/** An alert that nobody has heard of yet. */
export type NewAlert = Pick<
  Row<typeof alert>,
  | "id"
  | "conversation"
  | "series"
  | "likeness"
  | "place"
  | "gatheredIn"
  | "customerId"
  | "outcome"
  | "tier"
  | "channel"
  | "direction"
  | "service"
  | "occurredAt"
  | "raisedAt"
  | "decided"
  | "handling"
  | "contacts"
  | "handled"
  | "alsoCustomers"
>;

/**
 * Adds alerts, each with the next reference of `nextReferences`, taken here to spare a round trip. Their conversations are
 * locked by now, so none of them is there already.
 */
export async function addAlerts(sql: Sql, organisation: string, alerts: readonly NewAlert[]): Promise<void> {
  if (alerts.length === 0) return;
  const rows = alerts.map((row, place) => ({ ...row, back: alerts.length - 1 - place }));
  await sql`
    with counter as (
      insert into reference_counter (organisation_id, prefix, last) values (${organisation}::uuid, 'A', ${alerts.length}::integer)
      on conflict (organisation_id, prefix) do update set last = reference_counter.last + excluded.last returning last)
    insert into alert (organisation_id, id, ref, conversation, series, likeness, place, gathered_in, customer_id, outcome, tier, channel, direction, service,
      occurred_at, raised_at, decided, handling, contacts, handled, also_customers)
    select ${organisation}::uuid, "id", 'A-' || lpad((last - back)::text, greatest(4, length((last - back)::text)), '0'),
      "conversation", "series", "likeness", "place", "gatheredIn", "customerId", "outcome", "tier", "channel", "direction",
      "service", "occurredAt", "raisedAt", "decided", "handling", "contacts", "handled", "alsoCustomers"
    from counter, jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("id" uuid, "back" integer, "conversation" text, "series" text,
      "likeness" text, "place" text, "gatheredIn" uuid, "customerId" uuid, "outcome" outcome, "tier" text, "channel" channel, "direction" direction, "service" text,
      "occurredAt" timestamptz, "raisedAt" timestamptz, "decided" jsonb, "handling" text[], "contacts" integer,
      "handled" boolean, "alsoCustomers" uuid[])`;
}

export type ChangedAlert = Omit<NewAlert, "conversation" | "series" | "place" | "occurredAt" | "raisedAt"> & {
  /** It says more than it did: whoever had answered it, or judged whose it was, answered something else. */
  readonly stronger: boolean;
};

/** Brings alerts up to date with a further contact. One that became stronger is open again, and not yet judged. */
export async function updateAlerts(sql: Sql, organisation: string, alerts: readonly ChangedAlert[]): Promise<void> {
  if (alerts.length === 0) return;
  await sql`
    update alert a set customer_id = r."customerId", outcome = r."outcome", tier = r."tier", channel = r."channel",
      direction = r."direction", service = r."service", decided = r."decided", handling = r."handling", contacts = r."contacts",
      handled = r."handled", also_customers = r."alsoCustomers", likeness = r."likeness", gathered_in = r."gatheredIn", version = a.version + 1,
      state = case when r."stronger" then 'open' else a.state end,
      state_by = case when r."stronger" then null else a.state_by end,
      state_at = case when r."stronger" then null else a.state_at end,
      state_reason = case when r."stronger" then null else a.state_reason end,
      judgement = case when r."stronger" then null else a.judgement end,
      judged_by = case when r."stronger" then null else a.judged_by end,
      judged_at = case when r."stronger" then null else a.judged_at end
    from jsonb_to_recordset(${JSON.stringify(alerts)}::jsonb) as r("id" uuid, "customerId" uuid, "outcome" outcome, "tier" text,
      "channel" channel, "direction" direction, "service" text, "decided" jsonb, "handling" text[], "contacts" integer,
      "handled" boolean, "alsoCustomers" uuid[], "likeness" text, "gatheredIn" uuid, "stronger" boolean)
    where a.organisation_id = ${organisation}::uuid and a.id = r."id"`;
}

export type KeptRecipient = { readonly alert: string; readonly officer: string; readonly part: string };

/** Puts down who is told of alerts, and as what; somebody told before stays what they were. */
export async function addRecipients(
  sql: Sql,
  organisation: string,
  recipients: readonly KeptRecipient[],
): Promise<void> {
  if (recipients.length === 0) return;
  await sql`
    insert into alert_recipient (organisation_id, alert_id, officer_id, part)
    select ${organisation}::uuid, "alert", "officer", "part"
    from jsonb_to_recordset(${JSON.stringify(recipients)}::jsonb) as r("alert" uuid, "officer" uuid, "part" text)
    on conflict do nothing`;
}
