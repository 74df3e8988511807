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
export async function freshDatabase(template = TEMPLATE): Promise<TestDatabase> {
  const name = await createDatabase(template);
  const ownerUrl = addressOf(inject("databaseServer"), name);
  const [app, owner] = [connectAsApplication(ownerUrl, { max: 5 }), connectAsOwner(ownerUrl)];
  const drop = async () => {
    await Promise.all([app.close(), owner.close()]);
    await onServer().unsafe(`drop database if exists ${name} with (force)`);
  };
  return { ownerUrl, app, owner, drop };
}

type Fill = (app: Db, owner: Db) => Promise<void>;

/** By name, in this worker. */
const templates = new Map<string, Promise<string>>();

/**
 * A template of this name, filled by whichever test of the run asks for it first; the others wait for it, and copy.
 * @returns the name to hand to `freshDatabase`
 */
export function filledTemplate(name: string, fill: Fill): Promise<string> {
  const template = templates.get(name) ?? findTemplate(name, fill);
  templates.set(name, template);
  return template;
}

async function findTemplate(name: string, fill: Fill): Promise<string> {
  const sql = postgres(inject("databaseServer"), { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(hashtextextended(${name}, 0))`;
    const [made] = await sql`select from pg_database where datname = ${name} and not datallowconn`;
    if (!made) await fillTemplate(sql, name, fill);
  } finally {
    await sql.end();
  }
  return name;
}

async function fillTemplate(sql: postgres.Sql, name: string, fill: Fill): Promise<void> {
  await sql.unsafe(copyOf(TEMPLATE, name));
  const url = addressOf(inject("databaseServer"), name);
  const [app, owner] = [connectAsApplication(url, { max: 1 }), connectAsOwner(url, { max: 1 })];
  try {
    await fill(app, owner);
  } finally {
    await Promise.all([app.close(), owner.close()]);
  }
  // A template that somebody is connected to cannot be copied.
  await sql.unsafe(`alter database ${name} is_template true allow_connections false`);
}

/** Address of a database without any of our tables, for tests of migrating and of what is said before it. */
export async function emptyDatabase(): Promise<string> {
  return addressOf(inject("databaseServer"), await createDatabase("template1"));
}

async function createDatabase(template: string): Promise<string> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  await onServer().unsafe(copyOf(template, name));
  return name;
}

/** File by file: through the buffers and the log it takes three times the work. */
const copyOf = (template: string, name: string): string =>
  `create database ${name} template ${template} strategy file_copy`;

/** One connection for all that a worker creates and drops: a new one for each would cost as much as the database. */
let server: postgres.Sql | undefined;
function onServer(): postgres.Sql {
  server ??= postgres(inject("databaseServer"), { max: 1, idle_timeout: 5, onnotice: () => {} });
  return server;
}
