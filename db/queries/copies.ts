/**
 * The delivery ledger's writing side: which cards are wanted where (DESIGN decision 5).
 * Set-based: a thousand contacts take as many statements as one.
 */
import { sql } from "drizzle-orm";
import type { Chat } from "../../src/policy/vocabulary.ts";
import type { CopyKind } from "../schema/index.ts";
import type { Tx } from "../transaction.ts";

/**
 * A card that somebody must get: an officer by direct message, or the register team in its channel;
 * without a usable channel, each of the team directly (DESIGN decision 8).
 */
export type WantedCopy = {
  readonly kind: CopyKind;
  readonly subject: string;
  /** An officer's id, or `register-team`. */
  readonly officer: string;
  readonly round?: number;
};

export type Ledger = { readonly organisation: string; readonly chats: ReadonlySet<Chat>; readonly now: Date };

/**
 * Puts copies on the ledger and enqueues their delivery, in the same transaction. One that is there already stays.
 * @returns the officers who have an account in a connected chat; the others will get nothing
 */
export async function addCopies(tx: Tx, ledger: Ledger, wanted: readonly WantedCopy[]): Promise<ReadonlySet<string>> {
  if (wanted.length === 0) return new Set();
  const rows = await tx.execute<{ officer_id: string | null }>(sql`
    with wanted as (
      select kind, subject, nullif(officer, 'register-team')::uuid as officer, coalesce(round, 1) as round
      from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w(kind text, subject uuid, officer text, round integer)),
    channel as (
      select chat from register_channel
      where organisation_id = ${ledger.organisation}::uuid and faults = '{}' and chat = any (${chatArray(ledger.chats)})),
    places as (
      select w.*, a.chat from wanted w
      join chat_account a on a.organisation_id = ${ledger.organisation}::uuid and a.officer_id = w.officer
      join officer f on f.organisation_id = a.organisation_id and f.id = a.officer_id and f.status <> 'left'
      union all
      select w.*, c.chat from wanted w, channel c where w.officer is null
      union all
      select w.kind, w.subject, o.id, w.round, a.chat from wanted w, officer o
      join chat_account a on a.organisation_id = o.organisation_id and a.officer_id = o.id
      where w.officer is null and not exists (select from channel)
        and o.organisation_id = ${ledger.organisation}::uuid and o.status = 'active' and 'register_team' = any (o.roles)),
    made as (
      insert into copy (organisation_id, id, kind, subject_id, officer_id, round, chat, created_at)
      select ${ledger.organisation}::uuid, gen_random_uuid(), kind, subject, officer, round, chat, ${ledger.now.toISOString()}::timestamptz
      from places where chat = any (${chatArray(ledger.chats)})
      on conflict on constraint copy_once do nothing
      returning *),
    queued as (select jobs.enqueue(jsonb_agg(to_jsonb(made))) from made)
    select distinct p.officer as officer_id from places p, (select count(*) from queued) q
    where p.chat = any (${chatArray(ledger.chats)})`);
  return new Set(rows.flatMap((row) => (row.officer_id ? [row.officer_id] : [])));
}

/** The subjects changed: every copy of their cards is brought up to date, coalesced by job key. */
export async function refreshCopies(tx: Tx, organisation: string, subjects: readonly string[]): Promise<void> {
  if (subjects.length === 0) return;
  await tx.execute(sql`
    with changed as (
      update copy set wanted = wanted + 1
      where organisation_id = ${organisation}::uuid and subject_id = any (${uuidArray(subjects)})
      returning *)
    select jobs.enqueue(jsonb_agg(to_jsonb(changed))) from changed`);
}

const chatArray = (chats: ReadonlySet<Chat>) => sql`${`{${[...chats].join(",")}}`}::chat[]`;
const uuidArray = (ids: readonly string[]) => sql`${`{${ids.join(",")}}`}::uuid[]`;
