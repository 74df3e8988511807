/** One organisation's transaction: bounded in time, and honest about how it ended (DESIGN decision 4). */

import { PostgresJsSession } from "drizzle-orm/postgres-js";
import type { Db, Sql } from "./connect.ts";

/** Without the schema: Drizzle would make its relational queries of every table anew for each transaction, and nobody asks one. */
export type Tx = Parameters<Parameters<Db["drizzle"]["transaction"]>[0]>[0];

/** Nothing was written: the database did not answer in time, or could not be reached. */
class Unavailable extends Error {
  override readonly name = "Unavailable";
}

/** The answer to COMMIT was lost: it may have been written. */
class Unconfirmed extends Error {
  override readonly name = "Unconfirmed";
}

/** Milliseconds after which somebody who waits is given an answer. */
export const GIVE_UP_AFTER = 2_500;

/** How long one statement may run or wait for a lock, and the whole transaction, in milliseconds. */
type Limits = {
  readonly statement: number;
  readonly giveUpAfter: number;
  readonly plans: "auto" | "force_generic_plan";
  /** Whether a plan may read a whole table. */
  readonly wholeTables: "on" | "off";
  /** Whether it is done again, once, when it and another stood in each other's way. A source sees to that itself. */
  readonly again: boolean;
};
const FOR_PEOPLE: Limits = {
  statement: 1_500,
  giveUpAfter: GIVE_UP_AFTER,
  plans: "auto",
  wholeTables: "on",
  again: true,
};
/**
 * A phone system or mail gateway waits longer than a person: a thousand contacts at once may need it. Its statements are
 * few and look things up by key: planning them anew for each contact costs more than running them (measured). A plan that
 * is kept from when a table was empty would read it whole for as long as nobody analyses it, so none may.
 */
const FOR_SOURCES: Limits = {
  statement: 10_000,
  giveUpAfter: 20_000,
  plans: "force_generic_plan",
  wholeTables: "off",
  again: false,
};

/**
 * Runs `work` in a transaction of one organisation, for somebody who waits for the answer; a second time when PostgreSQL
 * ended the first because two cards were taken in another order by somebody else: nothing was written, and nobody has to
 * press again.
 * @throws Unavailable when nothing was written, Unconfirmed when it is not known whether it was
 */
export async function interactive<T>(db: Db, organisation: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return await bounded(db, { organisation, limits: FOR_PEOPLE }, work);
}

/** The same for a source of contacts, which waits longer. */
export async function forSource<T>(db: Db, organisation: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return await bounded(db, { organisation, limits: FOR_SOURCES }, work);
}

/** Runs `work` in a transaction of one organisation, for a job or a command line: nobody waits. */
export async function background<T>(db: Db, organisation: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return await run(db, { organisation }, work);
}

/** The driver's own queries in the same transaction, for the few places where Drizzle's own work is measured. */
export function sqlOf(tx: Tx): Sql {
  const { session } = tx._ as { readonly session: unknown };
  if (session instanceof PostgresJsSession) return (session as { readonly client: Sql }).client;
  throw new Error("a transaction of another driver");
}

type Setting = { readonly organisation: string; readonly limits?: Limits };

async function bounded<T>(
  db: Db,
  setting: Setting & { readonly limits: Limits },
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const state = { gaveUp: false, committing: false };
  const once = () =>
    run(db, setting, async (tx) => {
      refuseWhenGivenUp(state);
      const result = await work(tx);
      refuseWhenGivenUp(state);
      state.committing = true;
      return result;
    });
  const transaction = once().catch((error: unknown) => {
    if (!setting.limits.again || !isClash(error) || state.committing) throw error;
    return once();
  });
  try {
    return await withDeadline(transaction, { state, after: setting.limits.giveUpAfter });
  } catch (error) {
    throw classified(error, state.committing);
  }
}

/** The settings are sent ahead of the work and not waited for: should they fail, so does every statement after them. */
async function run<T>(db: Db, { organisation, limits }: Setting, work: (tx: Tx) => Promise<T>): Promise<T> {
  return await db.drizzle.transaction(async (tx) => {
    const sql = sqlOf(tx);
    prepareStatements(sql);
    const settings = limits
      ? sql`select set_config('app.organisation', ${organisation}, true),
          set_config('lock_timeout', ${String(limits.statement)}, true),
          set_config('statement_timeout', ${String(limits.statement)}, true), set_config('plan_cache_mode', ${limits.plans}, true),
          set_config('enable_seqscan', ${limits.wholeTables}, true)`
      : sql`select set_config('app.organisation', ${organisation}, true)`;
    // A query goes out when it is executed or awaited: this one must be the first.
    const [, result] = await Promise.all([settings.execute(), work(tx)]);
    return result;
  });
}

/** A statement with more values than this holds a list of some length, and would not come again as it is. */
const MOST_VALUES = 40;

/**
 * Drizzle asks the server to describe each statement anew and waits for that. Prepared, as the driver's own queries are,
 * a statement takes one round trip instead of two, and its plan is kept.
 */
function prepareStatements(sql: Sql): void {
  const unsafe = sql.unsafe.bind(sql);
  sql.unsafe = (text, values = [], options = {}) =>
    unsafe(text, values, { ...options, prepare: values.length <= MOST_VALUES });
}

function refuseWhenGivenUp(state: { readonly gaveUp: boolean }): void {
  if (state.gaveUp) throw new Unavailable("given up before commit");
}

async function withDeadline<T>(
  transaction: Promise<T>,
  { state, after }: { state: { gaveUp: boolean }; after: number },
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      state.gaveUp = true;
      reject(new Unavailable("no answer in time"));
    }, after);
  });
  // The transaction may end long after it was given up; its late refusal is expected.
  transaction.catch(() => {});
  try {
    return await Promise.race([transaction, deadline]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * What a single look-up becomes, or Unavailable after `ms` milliseconds: a query outside a transaction has no limits of
 * its own, and a database that hangs would keep everybody waiting who asks who they are.
 */
export async function inTime<T>(ms: number, lookUp: Promise<T>): Promise<T> {
  return await withDeadline(lookUp, { state: { gaveUp: false }, after: ms });
}

/** Codes of PostgreSQL and of the driver that mean "not now": time-outs, shut-downs, lost or refused connections. */
const OUTAGE =
  /^(57014|55P03|57P0[1235]|08\w{3}|53300|40001|40P01|CONNECTION_\w+|CONNECT_TIMEOUT|ECONN\w+|EPIPE|ETIMEDOUT|E(HOST|NET)UNREACH|ENOTFOUND|EAI_AGAIN)$/;

/** Whether an error says that the database is away or too slow, and not that we asked something wrong. */
export function isOutage(error: unknown): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (at instanceof Unavailable || ("code" in at && typeof at.code === "string" && OUTAGE.test(at.code))) return true;
  }
  return false;
}

/** Whether two transactions stood in each other's way: nothing was written, and trying again may do. */
export function isClash(error: unknown): boolean {
  return hasCode(error, ["40001", "40P01"]);
}

/** Whether another transaction was quicker to write down the same thing: nothing was written. */
export function isThereAlready(error: unknown): boolean {
  return hasCode(error, ["23505"]);
}

function hasCode(error: unknown, codes: readonly string[]): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string" && codes.includes(at.code)) return true;
  }
  return false;
}

function classified(error: unknown, committing: boolean): unknown {
  if (!isOutage(error)) return error;
  if (committing) return new Unconfirmed("the answer to commit was lost", { cause: error });
  return error instanceof Unavailable ? error : new Unavailable("the database did not answer", { cause: error });
}

/** What an outage means for somebody who waits: nothing was written, or it is not known; nothing when it is no outage. */
export function outageOf(error: unknown): "unavailable" | "unconfirmed" | undefined {
  if (error instanceof Unconfirmed) return "unconfirmed";
  return isOutage(error) ? "unavailable" : undefined;
}
