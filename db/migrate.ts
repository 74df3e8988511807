/** Brings a database to the current schema: the job queue's tables, then ours. */
import { fileURLToPath } from "node:url";
import { migrate as migrateDrizzle } from "drizzle-orm/postgres-js/migrator";
import { runMigrations } from "graphile-worker";
import { connectAsOwner } from "./connect.ts";
import { tablesState } from "./queries/safety.ts";

const FOLDER = fileURLToPath(new URL("./migrations", import.meta.url));
/** Any constant of our own: two processes that start together must not both migrate. */
const LOCK = 7_104_001;

export type Migration = "migrated" | "other-version";

/**
 * Migrates as the owner. Harmless when there is nothing to do, and when two processes start at once.
 * "other-version": the tables were made by steps that are not ours, and nothing was changed.
 * @throws when the database cannot be reached, or the owner may not create roles
 */
export async function migrate(url: string): Promise<Migration> {
  const db = connectAsOwner(url, { max: 2 });
  try {
    return await db.sql.begin(async (lock) => {
      await lock`select pg_advisory_xact_lock(${LOCK})`;
      if ((await tablesState(db)) === "other-version") return "other-version";
      await runMigrations({ connectionString: url });
      await migrateDrizzle(db.drizzle, { migrationsFolder: FOLDER });
      return "migrated";
    });
  } finally {
    await db.close();
  }
}
