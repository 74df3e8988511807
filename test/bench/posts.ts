/** When each copy of a card first arrived at the local Slack. */
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import type { Arrival, BenchSlack } from "./slack.ts";

/** Epoch milliseconds by copy. */
export type Posts = ReadonlyMap<string, number>;

const Metadata = z.object({ event_payload: z.object({ copy: z.string() }) });

/** Notes every message from now on. */
export function notePosts(slack: BenchSlack): Posts {
  const posts = new Map<string, number>();
  slack.listen(({ method, at, fields }: Arrival) => {
    if (method !== "chat.postMessage") return;
    const { copy } = Metadata.parse(JSON.parse(String(fields["metadata"]))).event_payload;
    if (!posts.has(copy)) posts.set(copy, at);
  });
  return posts;
}

const ARRIVES_WITHIN = 30_000;

/** When a copy arrived. @throws when it does not arrive at all */
export async function waitFor(posts: Posts, copy: string): Promise<number> {
  for (const end = Date.now() + ARRIVES_WITHIN; Date.now() < end; await pause(20)) {
    const at = posts.get(copy);
    if (at !== undefined) return at;
  }
  throw new Error("an alert did not arrive");
}
