/** Whether each breach reached an officer at the local Slack, and once. */
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import type { Sql } from "../../../db/connect.ts";
import type { Arrival, BenchSlack } from "../slack.ts";

/** How often each copy of a card was posted. */
export type PostCounts = ReadonlyMap<string, number>;

const Metadata = z.object({ event_payload: z.object({ copy: z.string() }) });

/** Counts every message from now on. */
export function countPosts(slack: BenchSlack): PostCounts {
  const counts = new Map<string, number>();
  slack.listen(({ method, fields }: Arrival) => {
    if (method !== "chat.postMessage") return;
    const { copy } = Metadata.parse(JSON.parse(String(fields["metadata"]))).event_payload;
    counts.set(copy, (counts.get(copy) ?? 0) + 1);
  });
  return counts;
}

const ARRIVES_WITHIN = 30_000;
/** Longer than the product waits before it repeats a message. */
const LISTEN_ON = 2_000;

/** Waits for the officers' cards in which these alerts stand. @returns how many of the alerts were posted not exactly once */
export async function notOnce(sql: Sql, posts: PostCounts, alerts: readonly string[]): Promise<number> {
  const copies = await sql<{ id: string; alert: string }[]>`
    select c.id, a.id as alert from alert a join copy c on c.subject_id = coalesce(a.gathered_in, a.id)
    where c.kind = 'alert-officer' and a.id = any (${alerts}::uuid[])`;
  for (const end = Date.now() + ARRIVES_WITHIN; Date.now() < end; await pause(50))
    if (copies.every(({ id }) => posts.has(id))) break;
  await pause(LISTEN_ON);
  const counts = new Map<string, number>();
  for (const { id, alert } of copies) counts.set(alert, (counts.get(alert) ?? 0) + (posts.get(id) ?? 0));
  return alerts.filter((alert) => counts.get(alert) !== 1).length;
}
