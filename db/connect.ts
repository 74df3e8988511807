/** The two ways into the database: as its owner (migrations, worker), and as the application, which owns nothing. */
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { withSteadyBegin } from "./steady-begin.ts";

export const APP_ROLE = "restricted_contact_app";

export type Sql = postgres.Sql;
export type Db = {
  readonly drizzle: PostgresJsDatabase;
  readonly sql: Sql;
  readonly close: () => Promise<void>;
};

type Options = { readonly max?: number };

/** Seconds before a database that went away is tried again: cards must be right within 5 s of its return. */
const backoff = (attempt: number): number => Math.min(0.1 * 2 ** attempt, 1);

/** Opens a pool as the owner named in the address. */
export function connectAsOwner(url: string, { max = 2 }: Options = {}): Db {
  return connect(postgres(url, { max, connect_timeout: 5, backoff, onnotice: () => {} }));
}

/**
 * Opens the application's pool. The start-up parameter `role` makes every statement run as a role that
 * owns nothing, so that row-level security holds even where a query forgets its filter (DESIGN decision 9).
 */
export function connectAsApplication(url: string, { max = 10 }: Options = {}): Db {
  return connect(
    postgres(url, {
      max,
      connect_timeout: 5,
      backoff,
      connection: { role: APP_ROLE, application_name: "restricted-contact" },
      onnotice: () => {},
    }),
  );
}

function connect(given: Sql): Db {
  const sql = withSteadyBegin(given);
  return { drizzle: drizzle(sql), sql, close: () => sql.end({ timeout: 5 }) };
}
