/** A database of a test's own, copied from the migrated template. */
import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";
import { connectAsApplication, connectAsOwner, type Db } from "../../db/connect.ts";
import { addressOf, TEMPLATE } from "./addresses.ts";

export type TestDatabase = {
  /** For child processes, and for connections of the test's own. */
  readonly ownerUrl: string;
  /** The application's pool: row-level security holds. */
  readonly app: Db;
  /** The owner's pool, here a superuser: sees and may do everything. */
  readonly owner: Db;
  /** Closes both pools and drops the database. Call it in `afterAll`. */
  readonly drop: () => Promise<void>;
};

/** A migrated database that nobody else uses. About 50 ms. */
export async function freshDatabase(): Promise<TestDatabase> {
  const name = await createDatabase(TEMPLATE);
  const ownerUrl = addressOf(inject("databaseServer"), name);
  const [app, owner] = [connectAsApplication(ownerUrl, { max: 5 }), connectAsOwner(ownerUrl)];
  const drop = async () => {
    await Promise.all([app.close(), owner.close()]);
    await onServer((sql) => sql.unsafe(`drop database if exists ${name} with (force)`));
  };
  return { ownerUrl, app, owner, drop };
}

/** Address of a database without any of our tables, for tests of migrating and of what is said before it. */
export async function emptyDatabase(): Promise<string> {
  return addressOf(inject("databaseServer"), await createDatabase("template1"));
}

async function createDatabase(template: string): Promise<string> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  await onServer((sql) => sql.unsafe(`create database ${name} template ${template}`));
  return name;
}

async function onServer(work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(inject("databaseServer"), { max: 1, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}
