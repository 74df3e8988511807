/**
 * From commit to the alert arriving at the local Slack as a direct message of an officer, 50 contacts a second. The time
 * of the commit is the database's own, taken before the commit is flushed to disk, so that the flush counts as well.
 */
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import type { Sql } from "../../db/connect.ts";
import { accountOf, breach, clearContact, SOURCE } from "./council.ts";
import { type Line, lineOf, median, percentile, type Round } from "./figures.ts";
import { type Posts, waitFor } from "./posts.ts";

const A_SECOND = 50;
/** One contact in so many is a breach. */
const BREACHES = 5;

type Length = { readonly rounds: number; readonly seconds: number };
export type AlertSides = {
  readonly posts: Posts;
  readonly product: { readonly url: string; readonly token: string; readonly sql: Sql };
  /** The database of the bare worker. */
  readonly bare: Sql;
};

/** The two one after the other in each round: side by side they would measure each other's load. */
export async function measureAlerts(sides: AlertSides, { rounds, seconds }: Length): Promise<readonly Line[]> {
  const measured: Round[] = [];
  await bareRound(sides, 2);
  await productRound(sides, 5);
  for (let round = 0; round < rounds; round++)
    measured.push({ baseline: await bareRound(sides, seconds / 2), ours: await productRound(sides, seconds) });
  return [
    lineOf("commit to the alert in Slack, p50, against a bare job that posts", measured, {
      figure: median,
      target: { of: "ms", most: 25 },
    }),
    lineOf("commit to the alert in Slack, p99, against a bare job that posts", measured, {
      figure: percentile(99),
      target: { of: "ms", most: 150 },
    }),
  ];
}

/** Calls `act` so often a second, whether or not the calls before it have ended; resolves when all have. */
async function atRate(perSecond: number, seconds: number, act: (n: number) => Promise<void>): Promise<void> {
  const began = performance.now();
  const acts: Promise<void>[] = [];
  for (let n = 0; n < perSecond * seconds; n++) {
    await pause(Math.max(0, began + (n * 1_000) / perSecond - performance.now()));
    acts.push(act(n));
  }
  await Promise.all(acts);
}

let sent = 0;

async function productRound({ posts, product }: AlertSides, seconds: number): Promise<readonly number[]> {
  const began = new Date().toISOString();
  await atRate(A_SECOND, seconds, async (n) => {
    sent += 1;
    await send(product, n % BREACHES === 0 ? breach(Math.floor(sent / BREACHES)) : clearContact(n));
  });
  const committed = await product.sql<Committed[]>`
    select c.id as copy, extract(epoch from pg_xact_commit_timestamp(r.xmin))::float8 * 1000 as at
    from alert_recipient r
    join alert a on a.organisation_id = r.organisation_id and a.id = r.alert_id
    join copy c on c.organisation_id = r.organisation_id and c.subject_id = r.alert_id and c.officer_id = r.officer_id
    where c.kind = 'alert-officer' and a.raised_at >= ${began}::timestamptz`;
  return await times(posts, committed);
}

const Answer = z.object({ results: z.tuple([z.object({ status: z.literal("accepted") })]) });

async function send({ url, token }: AlertSides["product"], contact: object): Promise<void> {
  const response = await fetch(`${url}/v1/contacts`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ source: SOURCE, contacts: [contact] }),
  });
  Answer.parse(await response.json());
}

async function bareRound({ posts, bare }: AlertSides, seconds: number): Promise<readonly number[]> {
  const jobs: { readonly copy: string; readonly transaction: string }[] = [];
  await atRate(A_SECOND / BREACHES, seconds, async (n) => {
    const [copy, channel] = [crypto.randomUUID(), accountOf(`officer${n % 100}`)];
    const [row] = await bare<{ transaction: string }[]>`
      select pg_current_xact_id()::text as transaction, graphile_worker.add_job('post', ${JSON.stringify({ channel, copy })}::json)`;
    jobs.push({ copy, transaction: row?.transaction ?? "" });
  });
  const committed = await bare<Committed[]>`
    select copy, extract(epoch from pg_xact_commit_timestamp(transaction::text::xid))::float8 * 1000 as at
    from jsonb_to_recordset(${JSON.stringify(jobs)}::text::jsonb) as j(copy text, transaction text)`;
  return await times(posts, committed);
}

/** When the transaction that wants a copy committed, in epoch milliseconds. */
type Committed = { readonly copy: string; readonly at: number };

async function times(posts: Posts, committed: readonly Committed[]): Promise<readonly number[]> {
  if (committed.length === 0) throw new Error("no alert was raised");
  return await Promise.all(committed.map(async ({ copy, at }) => (await waitFor(posts, copy)) - at));
}
