/** 200 contacts a second for a minute, over HTTP, against the product as it is started for a council. */
import type { ChildProcess } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import type { Sql } from "../../../db/connect.ts";
import { type Line, median, percentile, plainLine } from "../figures.ts";
import type { BenchSlack } from "../slack.ts";
import { countPosts, notOnce } from "./alerted.ts";
import { contactOfDay, type DayContact, type People } from "./day.ts";
import { type Collection, collect } from "./heap.ts";
import { type Answer, type Door, sendOne } from "./intake.ts";

const A_SECOND = 200;
/** Seconds that are not measured: connections are opened, statements prepared, code compiled. */
const WARM_UP = 5;
/** Collections in each third of the time. */
const IN_A_THIRD = 3;

export type SteadySides = {
  readonly product: Door & { readonly child: ChildProcess; readonly sql: Sql };
  readonly people: People;
  readonly slack: BenchSlack;
};

type Sent = { readonly given: DayContact; readonly answer: Answer; readonly from: number; readonly to: number };

export async function measureSteady(sides: SteadySides, { seconds }: { readonly seconds: number }) {
  const posts = countPosts(sides.slack);
  await atRate(sides, WARM_UP);
  const collections: Collection[] = [];
  const [sent] = await Promise.all([atRate(sides, seconds), collectInThirds(sides, { seconds, collections })]);
  const breaches = sent.filter(({ given }) => given.expected === "breach");
  const alerts = new Set(breaches.flatMap(({ answer }) => (answer.code === "accepted" ? (answer.alert ?? []) : [])));
  const silent = breaches.length - alerts.size;
  return [
    ...answerLines(sent, collections, seconds),
    plainLine(`breaches not alerted exactly once, of ${breaches.length}`, {
      unit: "count",
      ours: silent + (await notOnce(sides.product.sql, posts, [...alerts])),
      target: { of: "count", most: 0 },
    }),
    heapLine(collections),
  ];
}

let made = 0;

/** Whether or not the contacts before it have their answer. */
async function atRate({ product, people }: SteadySides, seconds: number): Promise<readonly Sent[]> {
  const began = performance.now();
  const sent: Promise<Sent>[] = [];
  for (let n = 0; n < A_SECOND * seconds; n++) {
    await pause(Math.max(0, began + (n * 1_000) / A_SECOND - performance.now()));
    const given = contactOfDay(people, made++);
    const from = performance.now();
    sent.push(sendOne(product, given).then((answer) => ({ given, answer, from, to: performance.now() })));
  }
  return await Promise.all(sent);
}

async function collectInThirds(
  { product }: SteadySides,
  { seconds, collections }: { readonly seconds: number; readonly collections: Collection[] },
): Promise<void> {
  const [began, third] = [performance.now(), (seconds * 1_000) / 3];
  for (const start of [0, 2 * third])
    for (let n = 1; n <= IN_A_THIRD; n++) {
      await pause(Math.max(0, began + start + (n * third) / (IN_A_THIRD + 0.5) - performance.now()));
      collections.push(await collect(product.child));
    }
}

function answerLines(sent: readonly Sent[], collections: readonly Collection[], seconds: number): readonly Line[] {
  const wrong = sent.filter(({ given, answer }) => answer.code !== "accepted" || answer.outcome !== given.expected);
  // Those that the bench itself held up are not the product's.
  const undisturbed = sent.filter(({ from, to }) => !collections.some((held) => from < held.to && held.from < to));
  const times = undisturbed.map(({ from, to }) => to - from);
  const what = `${A_SECOND} contacts a second for ${seconds} s`;
  return [
    plainLine(`${what}: errors and wrong answers, of ${sent.length.toLocaleString("en-GB")}${reasonsOf(wrong)}`, {
      unit: "count",
      ours: wrong.length,
      target: { of: "count", most: 0 },
    }),
    plainLine(`${what}: the answer, p50`, { unit: "ms", ours: median(times) }),
    plainLine(`${what}: the answer, p99`, { unit: "ms", ours: percentile(99)(times), target: { of: "ms", most: 100 } }),
  ];
}

function reasonsOf(wrong: readonly Sent[]): string {
  const reasons = new Set(wrong.map(({ answer }) => (answer.code === "failed" ? answer.why : answer.code)));
  return reasons.size === 0 ? "" : ` (${[...reasons].join(", ")})`;
}

function heapLine(collections: readonly Collection[]): Line {
  const sizes = collections.map(({ bytes }) => bytes / 1_048_576);
  return plainLine("heap after a collection, the last third against the first", {
    unit: "MB",
    baseline: median(sizes.slice(0, IN_A_THIRD)),
    ours: median(sizes.slice(IN_A_THIRD)),
    target: { of: "ratio", most: 1.1 },
  });
}
