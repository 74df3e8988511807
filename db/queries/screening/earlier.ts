/** What came before and bears on matched contacts: alerts, calls of the week, conversations in hand. Read under locks. */
import type { Channel, Direction, Outcome, Tier } from "../../../src/policy/vocabulary.ts";
import type { Sql } from "../../connect.ts";
import type { AlertRestriction } from "../../schema/contact.ts";

/**
 * Waits until no other transaction works on the same things, named by texts. Always in the same order, so that two
 * requests never wait for each other.
 */
export async function lockThings(sql: Sql, organisation: string, things: readonly string[]): Promise<void> {
  if (things.length === 0) return;
  await sql`
    select pg_advisory_xact_lock(k.key) from (
      select distinct hashtextextended(${organisation} || thing, 0) as key from unnest(${things}::text[]) as t(thing) order by 1) k`;
}

export type CountedCall = { readonly restriction: string; readonly at: number; readonly conversation: string };

/** The calls counted for these restrictions, of a span of time. */
export async function loadWeekCalls(
  sql: Sql,
  organisation: string,
  { restrictions, from, to }: { readonly restrictions: readonly string[]; readonly from: Date; readonly to: Date },
): Promise<readonly CountedCall[]> {
  if (restrictions.length === 0) return [];
  return await sql<CountedCall[]>`
    select restriction_id as restriction, conversation, (extract(epoch from occurred_at) * 1000)::float8 as at from week_call
    where organisation_id = ${organisation}::uuid and restriction_id = any (${restrictions}::uuid[])
      and occurred_at between ${from.toISOString()}::timestamptz and ${to.toISOString()}::timestamptz`;
}

/** An alert as it is on record, with everybody it names by reference. */
export type EarlierAlert = {
  readonly id: string;
  readonly conversation: string;
  readonly series: string | null;
  /** What its contacts say of it, of a conversation whose contacts all say the same. */
  readonly likeness: string | null;
  readonly place: string;
  /** The alert in whose card it stands. */
  readonly gatheredIn: string | null;
  readonly customerId: string;
  readonly customerRef: string;
  readonly others: readonly { readonly id: string; readonly ref: string }[];
  readonly outcome: Outcome;
  readonly tier: Tier;
  readonly channel: Channel;
  readonly direction: Direction;
  readonly service: string | null;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly decided: readonly AlertRestriction[];
  readonly handling: readonly string[];
  readonly contacts: number;
  readonly handled: boolean;
  /** Nobody has answered it, nor said whose it was. */
  readonly isOpen: boolean;
  /** The register team said whose it was. */
  readonly isJudged: boolean;
  /** An officer says that it is someone else, and the register team has not said whose it was. */
  readonly isAsked: boolean;
  /** What was given about whom a possible match may be, of contacts without a conversation, which all gave the same. */
  readonly pair: string | null;
  readonly told: readonly string[];
  /** Whom its contacts reached, by key, and in which service; null for nobody on the staff. Empty for a series. */
  readonly reached: readonly { readonly person: string | null; readonly service: string | null }[];
};

export type EarlierSearch = {
  readonly conversations: readonly string[];
  /** Where alerts are wanted that are open, as far as further contacts may stand in their cards. */
  readonly places: readonly string[];
  readonly from: Date;
  readonly to: Date;
};

/**
 * The alerts of these conversations with those in their cards, and what is open at these places in a span of time and may
 * take up further contacts. Locked, those in whose cards others stand before these. One statement: a second would wait
 * behind the contacts that are stored meanwhile.
 */
export async function loadEarlierAlerts(
  sql: Sql,
  organisation: string,
  search: EarlierSearch,
): Promise<readonly EarlierAlert[]> {
  const { conversations, places } = search;
  if (conversations.length + places.length === 0) return [];
  return await sql<EarlierAlert[]>`
    select a.id, a.conversation, a.series, a.likeness, a.place, a.gathered_in as "gatheredIn", a.customer_id as "customerId", c.ref as "customerRef", a.outcome, a.tier, a.channel,
      a.direction, a.service, (extract(epoch from a.occurred_at) * 1000)::float8 as at, a.decided, a.handling, a.contacts, a.handled, a.judgement is not null as "isJudged",
      a.state = 'open' and a.judgement is null as "isOpen",
      a.state = 'someone_else' and a.judgement is null as "isAsked",
      case when a.series is not null and a.outcome = 'possible_match' then (
        select min(k.pair) from contact k where k.organisation_id = a.organisation_id and k.alert_id = a.id) end as pair,
      (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'ref', o.ref)), '[]') from customer o
        where o.organisation_id = a.organisation_id and o.id = any (a.also_customers)) as others,
      array(select r.officer_id from alert_recipient r where r.organisation_id = a.organisation_id and r.alert_id = a.id) as told,
      case when a.series is not null then '[]' else (
        select coalesce(jsonb_agg(distinct jsonb_build_object('person', lower(o.email), 'service', k.service)), '[]')
        from contact k left join officer o on o.organisation_id = k.organisation_id and o.id = k.officer_id
        where k.organisation_id = a.organisation_id and k.alert_id = a.id) end as reached
    from alert a join customer c on c.organisation_id = a.organisation_id and c.id = a.customer_id
    where a.organisation_id = ${organisation}::uuid and a.id = any (array(${idsOf(sql, organisation, search)}))
      and (a.conversation = any (${conversations}::text[]) or a.gathered_in is not null
        or (a.state = 'open' and a.judgement is null))
    order by a.gathered_in is not null, a.id for update of a`;
}

/** Which alerts those are. Each part by its own index; in one condition they would be nobody's. */
function idsOf(sql: Sql, organisation: string, { conversations, places, ...span }: EarlierSearch) {
  const [from, to] = [span.from.toISOString(), span.to.toISOString()];
  return sql`
    select id from alert where organisation_id = ${organisation}::uuid and conversation = any (${conversations}::text[])
    union all
    select id from alert where organisation_id = ${organisation}::uuid and gathered_in = any (array(
      select h.id from alert h where h.organisation_id = ${organisation}::uuid and h.conversation = any (${conversations}::text[])))
    union all
    select id from alert where organisation_id = ${organisation}::uuid and place = any (${places}::text[])
      and state = 'open' and judgement is null and (series is not null or likeness is not null and gathered_in is null)
      and occurred_at between ${from}::timestamptz and ${to}::timestamptz`;
}

export type HandledConversation = { readonly conversation: string; readonly customerRef: string };

/** Which of these conversations reached a customer's named officer. */
export async function loadHandled(
  sql: Sql,
  organisation: string,
  conversations: readonly string[],
): Promise<readonly HandledConversation[]> {
  if (conversations.length === 0) return [];
  return await sql<HandledConversation[]>`
    select k.handled_conversation as conversation, c.ref as "customerRef" from contact k
    join customer c on c.organisation_id = k.organisation_id and c.id = k.customer_id
    where k.organisation_id = ${organisation}::uuid and k.handled_conversation = any (${conversations}::text[])`;
}
