/** Two processes on one PostgreSQL: the same totals as one, nothing doubled, and how much more they do. */
import type { Sql } from "../../../db/connect.ts";
import { type Line, plainLine } from "../figures.ts";
import type { BenchSlack } from "../slack.ts";
import { countPosts, notOnce } from "./alerted.ts";
import { contactOfDay, type People } from "./day.ts";
import { type Answer, type Door, sendOne } from "./intake.ts";

/** Contacts under way at any time, however many processes there are. */
const AT_ONCE = 16;
/** One contact in so many is sent twice at the same moment: to both processes, where there are two. */
const TWICE = 10;

export type ProcessesSides = {
  readonly sql: Sql;
  readonly people: People;
  readonly slack: BenchSlack;
  readonly first: Door;
  /** Starts the second process. */
  readonly startSecond: () => Promise<Door>;
};

export async function measureProcesses(sides: ProcessesSides, { contacts }: { readonly contacts: number }) {
  const posts = countPosts(sides.slack);
  const { first } = sides;
  await load(sides, [first], contacts / 4);
  const one = await load(sides, [first], contacts);
  const second = await sides.startSecond();
  await load(sides, [first, second], contacts / 4);
  const two = await load(sides, [first, second], contacts);
  const name = contacts.toLocaleString("en-GB");
  return [
    plainLine(`two processes on one PostgreSQL, against one: ${name} contacts of a day`, {
      unit: "a second",
      baseline: one.perSecond,
      ours: two.perSecond,
    }),
    ...(await totalLines(sides, { posts, one, two, name })),
  ];
}

type Load = { readonly perSecond: number; readonly ids: readonly string[]; readonly answers: readonly Answer[] };

let made = 0;

/** Keeps so many contacts under way until all have their answer. */
async function load({ people }: ProcessesSides, doors: readonly Door[], contacts: number): Promise<Load> {
  const [ids, answers]: [string[], Answer[]] = [[], []];
  const first = made;
  made += contacts;
  let next = first;
  const lane = async (): Promise<void> => {
    for (let n = next++; n < first + contacts; n = next++) {
      const given = contactOfDay(people, n);
      ids.push(given.contact.id);
      const times = n % TWICE === 0 ? 2 : 1;
      const sent = Array.from({ length: times }, async (_, again) => {
        const door = doors[(n + again) % doors.length];
        return door ? await sendOne(door, given) : ({ code: "failed", why: "no door" } as const);
      });
      answers.push(...(await Promise.all(sent)));
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return { perSecond: answers.length / ((performance.now() - began) / 1_000), ids, answers };
}

type Loads = {
  readonly posts: ReturnType<typeof countPosts>;
  readonly one: Load;
  readonly two: Load;
  readonly name: string;
};

async function totalLines({ sql }: ProcessesSides, { posts, one, two, name }: Loads): Promise<readonly Line[]> {
  const [ofOne, ofTwo] = [await totals(sql, one), await totals(sql, two)];
  const differing = Object.keys({ ...ofOne, ...ofTwo }).filter((key) => ofOne[key] !== ofTwo[key]);
  if (differing.length > 0) console.error("totals of one and of two processes", ofOne, ofTwo);
  const alerts = [...new Set(two.answers.flatMap((answer) => (answer.code === "accepted" && answer.alert) || []))];
  return [
    plainLine(`totals of two processes that are not those of one, of ${Object.keys(ofOne).length}`, {
      unit: "count",
      ours: differing.length,
      target: { of: "count", most: 0 },
    }),
    plainLine(`two processes: contacts lost or doubled, of ${name}, one in ${TWICE} sent twice`, {
      unit: "count",
      ours: Math.abs(two.ids.length - (ofTwo["accepted"] ?? 0)) + Math.abs(two.ids.length - (ofTwo["stored"] ?? 0)),
      target: { of: "count", most: 0 },
    }),
    plainLine(`two processes: alerts not posted exactly once, of ${alerts.length}`, {
      unit: "count",
      ours: await notOnce(sql, posts, alerts),
      target: { of: "count", most: 0 },
    }),
  ];
}

/** What the answers say, and what the register holds. */
async function totals(sql: Sql, { ids, answers }: Load): Promise<Readonly<Record<string, number>>> {
  const rows = await sql<{ outcome: string; contacts: number; alerts: number }[]>`
    select outcome, count(*)::int as contacts, count(distinct alert_id)::int as alerts
    from contact where source_id = any (${ids}) group by outcome`;
  return Object.fromEntries([
    ...["accepted", "duplicate", "failed"].map((code) => [code, answers.filter((one) => one.code === code).length]),
    ["stored", rows.reduce((sum, { contacts }) => sum + contacts, 0)],
    ...rows.map(({ outcome, contacts }) => [`${outcome} stored`, contacts]),
    ["alerts", rows.reduce((sum, { alerts }) => sum + alerts, 0)],
  ]) as Readonly<Record<string, number>>;
}
