/** One PostgreSQL for the whole test run, with a migrated template that each test's database is copied from. */
import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { access, constants, statfs } from "node:fs/promises";
import { createRequire } from "node:module";
import { freemem, tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import type * as Cluster from "../../db/embedded/cluster.ts";
import type * as Place from "../../db/embedded/place.ts";
import { migrate } from "../../db/migrate.ts";
import { addressOf, TEMPLATE } from "./addresses.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the test server's owner, on the database "postgres". */
    readonly databaseServer: string;
  }
}

// Loaded by Node itself: they find the binaries with import.meta.resolve, which Vitest's own loader lacks here.
const load = createRequire(import.meta.url);
const { openCluster } = load("../../db/embedded/cluster.ts") as typeof Cluster;
const { findPlace } = load("../../db/embedded/place.ts") as typeof Place;

/** Nothing of a test outlives it, so nothing has to survive a crash. */
const SETTINGS = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "autovacuum=off",
  "max_connections=200",
  "shared_buffers=64MB",
  "max_wal_size=128MB",
];

/** Bytes that the server takes at most, with the databases of every worker. */
const ROOM = 2 * 1024 ** 3;

/** Starts the server and migrates the template; gives back what stops and removes it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await openCluster(await temporaryFolder(), SETTINGS);
  await makeTemplate(cluster.url);
  project.provide("databaseServer", cluster.url);
  return async () => {
    await cluster.stop();
    rmSync(cluster.folder, { recursive: true, force: true });
  };
}

/**
 * A folder that PostgreSQL's own user can reach; anything else would end in the product's data. In memory where there
 * is room, as a database is hundreds of files; in a container there is often none.
 */
async function temporaryFolder(): Promise<string> {
  const name = `restricted-contact-test-${randomBytes(6).toString("hex")}`;
  const inMemory = (await roomIn("/dev/shm")) >= ROOM && freemem() >= 2 * ROOM ? ["/dev/shm"] : [];
  for (const parent of new Set([...inMemory, tmpdir(), "/tmp", "/var/tmp"])) {
    const folder = join(parent, name);
    if ((await findPlace(folder)).folder === folder) return folder;
  }
  throw new Error("No temporary folder that PostgreSQL can reach. Set TMPDIR to one.");
}

/** Bytes that are free there; 0 when there is no such folder, or none that we may write to. */
async function roomIn(folder: string): Promise<number> {
  const writable = access(folder, constants.W_OK).then(() => statfs(folder));
  return await writable.then(
    ({ bavail, bsize }) => bavail * bsize,
    () => 0,
  );
}

async function makeTemplate(server: string): Promise<void> {
  const sql = postgres(server, { max: 1 });
  try {
    // Thousands of connections are opened, and this password protects nothing.
    await sql.unsafe("set scram_iterations = 1");
    await sql.unsafe(`alter role current_user password '${new URL(server).password}'`);
    await sql.unsafe(`create database ${TEMPLATE}`);
    await migrate(addressOf(server, TEMPLATE));
    await copyByCloning(sql);
    await writeCatalogCache(server);
    // A template that somebody is connected to cannot be copied.
    await sql.unsafe(`alter database ${TEMPLATE} is_template true allow_connections false`);
  } finally {
    await sql.end();
  }
}

/** The first connection after a change of tables writes what each later one starts from; copies take it along. */
async function writeCatalogCache(server: string): Promise<void> {
  const first = postgres(addressOf(server, TEMPLATE), { max: 1 });
  await first`select 1`;
  await first.end();
}

/** Some hundred databases are copied in a run: a file system that can does it much faster than reading and writing. */
async function copyByCloning(sql: postgres.Sql): Promise<void> {
  try {
    await sql.unsafe("alter system set file_copy_method = 'clone'");
    await sql.unsafe("select pg_reload_conf()");
    await sql.unsafe(`create database ${TEMPLATE}_probe template template1 strategy file_copy`);
    await sql.unsafe(`drop database ${TEMPLATE}_probe`);
  } catch {
    await sql.unsafe("alter system reset file_copy_method");
    await sql.unsafe("select pg_reload_conf()");
  }
}
