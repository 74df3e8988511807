/**
 * The delivery ledger's writing side: which cards are wanted where (DESIGN decision 5).
 * Set-based: a thousand contacts take as many statements as one.
 */
import type { ChannelPurpose } from "../../src/policy/channel/channel-purposes.ts";
import type { Chat } from "../../src/policy/vocabulary.ts";
import type { CopyKind } from "../schema/index.ts";
import { sqlOf, type Tx } from "../transaction.ts";

/**
 * A card that somebody must get: an officer by direct message, or the register team in its channel;
 * without a usable channel, each of the team directly (DESIGN decision 8). Senior staff have their own cards anyhow:
 * without a usable channel of theirs, nobody gets what would stand in it.
 */
export type WantedCopy = {
  readonly kind: CopyKind;
  readonly subject: string;
  /** An officer's id, `register-team`, or `senior-channel`. */
  readonly officer: string;
  readonly round?: number;
};

const CHANNEL_OF: Readonly<Record<string, ChannelPurpose>> = {
  "register-team": "register",
  "senior-channel": "seniors",
};

export type Ledger = { readonly organisation: string; readonly chats: ReadonlySet<Chat>; readonly now: Date };

/**
 * Puts copies on the ledger and enqueues their delivery, in the same transaction. One that is there already stays.
 * Each officer is looked up (`limit` and `offset` see to it): a join would read the whole staff for a single copy.
 * @returns the officers who have an account in a connected chat; the others will get nothing
 */
export async function addCopies(tx: Tx, ledger: Ledger, wanted: readonly WantedCopy[]): Promise<ReadonlySet<string>> {
  if (wanted.length === 0) return new Set();
  const organisation = ledger.organisation;
  const chats = arrayOf(ledger.chats);
  const places = wanted.map(({ officer, ...one }) => {
    const channel = CHANNEL_OF[officer];
    return { ...one, ...(channel ? { channel } : { officer }) };
  });
  const rows = await sqlOf(tx)<{ officer: string | null }[]>`
    with wanted as (
      select kind, subject, officer, channel, coalesce(round, 1) as round
      from jsonb_to_recordset(${JSON.stringify(places)}::jsonb)
        as w(kind text, subject uuid, officer uuid, channel text, round integer)),
    usable as (
      select purpose, chat from chat_channel
      where organisation_id = ${organisation}::uuid and faults = '{}' and chat = any (${chats}::chat[])),
    team as materialized (
      select o.id as officer, a.chat from officer o
      join chat_account a on a.organisation_id = o.organisation_id and a.officer_id = o.id
      where not exists (select from usable where purpose = 'register')
        and o.organisation_id = ${organisation}::uuid and o.status = 'active' and 'register_team' = any (o.roles)),
    places as (
      select w.*, a.chat from wanted w
      cross join lateral (select from officer f
        where f.organisation_id = ${organisation}::uuid and f.id = w.officer and f.status <> 'left' limit 1) f
      cross join lateral (select chat from chat_account a
        where a.organisation_id = ${organisation}::uuid and a.officer_id = w.officer offset 0) a
      union all
      select w.*, u.chat from wanted w join usable u on u.purpose = w.channel
      union all
      select w.kind, w.subject, t.officer, null, w.round, t.chat from wanted w, team t where w.channel = 'register'),
    made as (
      insert into copy (organisation_id, id, kind, subject_id, officer_id, channel, round, chat, created_at)
      select ${organisation}::uuid, gen_random_uuid(), kind, subject, officer, channel, round, chat, ${ledger.now.toISOString()}::timestamptz
      from places where chat = any (${chats}::chat[])
      on conflict on constraint copy_once do nothing
      returning *),
    queued as (select jobs.enqueue(jsonb_agg(to_jsonb(made))) from made)
    select distinct p.officer from places p, (select count(*) from queued) q
    where p.chat = any (${chats}::chat[])`;
  return new Set(rows.flatMap(({ officer }) => officer ?? []));
}

/** The officers who have this card of this round, by id. */
export async function officersOfRound(
  tx: Tx,
  organisation: string,
  { kind, subject, round }: Required<Omit<WantedCopy, "officer">>,
): Promise<readonly string[]> {
  const rows = await sqlOf(tx)<{ officer: string }[]>`
    select distinct officer_id as officer from copy where organisation_id = ${organisation}::uuid and kind = ${kind}
      and subject_id = ${subject}::uuid and round = ${round} and officer_id is not null`;
  return rows.map(({ officer }) => officer);
}

/** The subjects changed: every copy of their cards is brought up to date, coalesced by job key. */
export async function refreshCopies(tx: Tx, organisation: string, subjects: readonly string[]): Promise<void> {
  if (subjects.length === 0) return;
  await sqlOf(tx)`
    with changed as (
      update copy set wanted = wanted + 1
      where organisation_id = ${organisation}::uuid and subject_id = any (${subjects}::uuid[])
      returning *)
    select jobs.enqueue(jsonb_agg(to_jsonb(changed))) from changed`;
}

/** The same, without the cards that were given up: they would be tried again, and given up again. */
export async function refreshReached(tx: Tx, organisation: string, subject: string): Promise<void> {
  await sqlOf(tx)`
    with changed as (
      update copy set wanted = wanted + 1
      where organisation_id = ${organisation}::uuid and subject_id = ${subject}::uuid and state <> 'failed'
      returning *)
    select jobs.enqueue(jsonb_agg(to_jsonb(changed))) from changed`;
}

/** As PostgreSQL writes an array: the driver knows none of our own types. */
const arrayOf = (chats: ReadonlySet<Chat>): string => `{${[...chats].join(",")}}`;
