/** The delivery ledger as an administrator sees it: what did not arrive, and sending it again. */
import { and, eq, inArray, lt, or, sql } from "drizzle-orm";
import type { Chat } from "../../src/policy/vocabulary.ts";
import type { Db } from "../connect.ts";
import { copy, officer } from "../schema/index.ts";
import type { Tx } from "../transaction.ts";
import { refreshCopies } from "./copies.ts";

/** Copies that did not arrive, or do not show the latest, oldest first. `email` is null for a channel. */
export async function listStuckCopies(tx: Tx, organisation: string) {
  return await tx
    .select({
      id: copy.id,
      kind: copy.kind,
      chat: copy.chat,
      state: copy.state,
      attempts: copy.attempts,
      lastError: copy.lastError,
      createdAt: copy.createdAt,
      email: officer.email,
      channel: copy.channel,
    })
    .from(copy)
    .leftJoin(officer, and(eq(officer.organisationId, copy.organisationId), eq(officer.id, copy.officerId)))
    .where(
      and(
        eq(copy.organisationId, organisation),
        or(inArray(copy.state, ["failed", "blocked", "unknown"]), lt(copy.sent, copy.wanted)),
      ),
    )
    .orderBy(copy.createdAt, copy.id);
}

export type StuckCopy = Awaited<ReturnType<typeof listStuckCopies>>[number];

/**
 * Puts a copy back in the queue, with all the cards on the same subject: they show the same facts.
 * Whether an unknown one arrived is still looked for first. @returns false when there is no such copy
 */
export async function resendCopy(tx: Tx, organisation: string, id: string): Promise<boolean> {
  const state = sql`case when ${copy.state} in ('failed', 'blocked') then 'pending' else ${copy.state} end`;
  const [found] = await tx
    .update(copy)
    .set({ state, attempts: 0, lastError: null })
    .where(and(eq(copy.organisationId, organisation), eq(copy.id, id)))
    .returning({ subject: copy.subjectId });
  if (!found) return false;
  await refreshCopies(tx, organisation, [found.subject]);
  return true;
}

type Stuck = { readonly chats: ReadonlySet<Chat>; readonly madeBefore: Date };

/** Enqueues, in every organisation, copies that are not up to date and for which no job is left. @returns how many */
export async function requeueStuckCopies({ sql }: Db, { chats, madeBefore }: Stuck): Promise<number> {
  const [row] = await sql`
    select app.requeue_stuck(${[...chats]}::text[]::chat[], ${madeBefore.toISOString()}::timestamptz)::int as copies`;
  return Number(row?.["copies"] ?? 0);
}
