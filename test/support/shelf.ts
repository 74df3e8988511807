/**
 * Databases that are used again: making one costs less than half of what its new connections cost, which plan every
 * statement anew. A test has one for itself; when it is done, what it wrote is taken back.
 */
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { Db, Sql } from "../../db/connect.ts";
import { filledTemplate, freshDatabase, type TestDatabase } from "./database.ts";
import { keepAsItIs, restore } from "./restore.ts";

/** A database with its open connections, and one more that takes back what was written. */
type Kept = TestDatabase & { readonly restorer: Sql };

/** Those that no test of this worker has at the moment, by what they hold. */
const shelves = new Map<string, Kept[]>();

/**
 * A database that holds what `fill` wrote, and that nobody else has until `drop`, which then gives it back. Whatever a
 * test does to rows and sequences is undone. A change of tables, an open transaction, a lock or a setting that outlives
 * the test costs it its place on the shelf: it is dropped. A connection that was lent answers nothing after that.
 */
export async function borrowDatabase(
  holds = "nothing",
  fill: (app: Db) => Promise<void> = async () => {},
): Promise<TestDatabase> {
  const template = await filledTemplate(`kept_${holds.replaceAll("-", "_")}`, async (app, owner) => {
    await fill(app);
    await keepAsItIs(owner.sql);
  });
  const shelf = shelves.get(template) ?? [];
  shelves.set(template, shelf);
  return lend(shelf.pop() ?? (await make(template)), shelf);
}

async function make(template: string): Promise<Kept> {
  const database = await freshDatabase(template);
  const restorer = postgres(database.ownerUrl, {
    max: 1,
    connection: { session_replication_role: "replica", lock_timeout: 500, statement_timeout: 5_000 },
    onnotice: () => {},
  });
  const drop = async () => {
    await restorer.end();
    await database.drop();
  };
  return { ...database, restorer, drop };
}

function lend(kept: Kept, shelf: Kept[]): TestDatabase {
  const loan = { over: false, disturbed: false };
  const app = lendConnections(kept.app, loan);
  const owner = lendConnections(kept.owner, loan);
  const drop = async () => {
    if (loan.over) return;
    loan.over = true;
    for (const { close } of [app, owner]) await close();
    if (!loan.disturbed && (await isRestored(kept))) shelf.push(kept);
    else await kept.drop();
  };
  return { ownerUrl: kept.ownerUrl, app, owner, drop };
}

/** What a connection remembers, and no row tells: who it is, its settings, what it knows of a table's values. */
const DISTURBS = /^\s*(set|reset|listen|load|analyze|vacuum)\b/i;

/** The pool as it is, until it is closed for this borrower. */
function lendConnections({ sql }: Db, loan: { disturbed: boolean }): Db {
  const { proxy, revoke } = Proxy.revocable(sql, {
    apply(target, self, given: readonly unknown[]) {
      if (DISTURBS.test(textOf(given[0]))) loan.disturbed = true;
      return Reflect.apply(target, self, given);
    },
  });
  return { sql: proxy, drizzle: drizzle(proxy), close: async () => revoke() };
}

const textOf = (statement: unknown): string => (Array.isArray(statement) ? String(statement[0]) : "");

async function isRestored({ restorer }: Kept): Promise<boolean> {
  return await restore(restorer).then(
    (obstacle) => obstacle === undefined,
    () => false,
  );
}
