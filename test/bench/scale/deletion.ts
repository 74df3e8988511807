/** The daily deletion over millions of kept contacts, while single contacts go on being screened. */
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { connectAsApplication, type Db } from "../../../db/connect.ts";
import { sweepContacts } from "../../../src/usecases/screen-contacts/sweep-contacts.ts";
import type { Closing } from "../closing.ts";
import { type Line, median, percentile, plainLine } from "../figures.ts";
import { clearContact, contactOfDay, type DayContact, type People, peopleOf } from "./day.ts";
import { type LargeRegister, withoutIndexes } from "./large-register.ts";
import { timed } from "./size.ts";
import { productWay } from "./ways.ts";

export type DeletionLength = { readonly contacts: number; readonly quietSeconds: number };

/** One kept contact in so many is a possible match that nobody has judged: its identifiers are forgotten, not the contact. */
const SEEN = 100;

export async function measureDeletion(
  closing: Closing,
  register: LargeRegister,
  length: DeletionLength,
): Promise<readonly Line[]> {
  const people = await peopleOf(register);
  const screen = productWay(closing, register);
  await screen([clearContact(people, 0)]);
  await keepContacts(register, length.contacts);
  const quiet = await screenUntil(pause(length.quietSeconds * 1_000), { screen, people });
  const { batches, db } = withBatches(connectAsApplication(register.url));
  closing.add(() => db.close());
  const began = performance.now();
  const sweeping = sweepContacts({ db, now: () => new Date() })(register.organisation);
  const [{ deleted, forgotten }, busy] = await Promise.all([sweeping, screenUntil(sweeping, { screen, people })]);
  const seconds = (performance.now() - began) / 1_000;
  if (deleted + forgotten !== length.contacts) throw new Error(`${deleted} deleted, ${forgotten} forgotten`);
  return linesOf({ seconds, batches, quiet, busy, contacts: length.contacts });
}

/** Copies the one contact that is kept until there are so many, all of them older than they may be. */
async function keepContacts({ url }: LargeRegister, count: number): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await withoutIndexes(sql, ["contact"], async () => {
    await sql`
      insert into contact (organisation_id, source, source_id, occurred_at, received_at, direction, channel, outcome, answer, seen, pair)
      select organisation_id, source, 'old-' || lpad(n::text, 9, '0'), t.at, t.at, direction, channel,
        case when n % ${SEEN}::int = 0 then 'possible_match' else outcome end,
        answer, case when n % ${SEEN}::int = 0 then '{"name": "Somebody"}'::jsonb end,
        case when n % ${SEEN}::int = 0 then 'name:' || sha256(n::text::bytea)::text end
      from contact kept cross join generate_series(1, ${count}::int) n
      cross join lateral (select now() - interval '60 days' + n * (interval '29 days' / ${count}::int) as at) t`;
  });
  await sql`vacuum analyze contact`;
  await sql`checkpoint`;
  await sql.end();
}

/** Milliseconds of every transaction: as long as it lasts it holds what it has locked. */
function withBatches(db: Db): { readonly db: Db; readonly batches: readonly number[] } {
  const batches: number[] = [];
  const begin = db.drizzle.transaction.bind(db.drizzle);
  db.drizzle.transaction = async (work, config) => {
    const started = performance.now();
    const result = await begin(work, config);
    batches.push(performance.now() - started);
    return result;
  };
  return { db, batches };
}

type Screener = {
  readonly screen: (contacts: readonly DayContact[]) => Promise<void>;
  readonly people: People;
};

let made = 0;

/** Screens one contact after the other, on connections of its own, until something else has ended. */
async function screenUntil(end: Promise<unknown>, { screen, people }: Screener): Promise<readonly number[]> {
  const times: number[] = [];
  const state = { ended: false };
  const ending = () => {
    state.ended = true;
  };
  end.then(ending, ending);
  while (!state.ended) times.push(await timed(() => screen([contactOfDay(people, made++)])));
  return times;
}

type Measured = {
  readonly seconds: number;
  readonly contacts: number;
  readonly batches: readonly number[];
  readonly quiet: readonly number[];
  readonly busy: readonly number[];
};

function linesOf({ seconds, contacts, batches, quiet, busy }: Measured): readonly Line[] {
  const what = `the daily deletion of ${contacts.toLocaleString("en-GB")} contacts`;
  const meanwhile = "a contact meanwhile, against none being deleted";
  const [p50, p99, slowest] = [median, percentile(99), percentile(100)];
  return [
    plainLine(`${what}, in ${batches.length.toLocaleString("en-GB")} batches`, { unit: "s", ours: seconds }),
    plainLine(`${what}: the longest batch, p50 beside it`, {
      unit: "ms",
      baseline: p50(batches),
      ours: slowest(batches),
    }),
    plainLine(`${meanwhile}, p50`, { unit: "ms", baseline: p50(quiet), ours: p50(busy) }),
    plainLine(`${meanwhile}, p99`, {
      unit: "ms",
      baseline: p99(quiet),
      ours: p99(busy),
      target: { of: "ms", most: 100 },
    }),
    plainLine(`${meanwhile}, the slowest`, { unit: "ms", baseline: slowest(quiet), ours: slowest(busy) }),
  ];
}
