/** The two ways into the database: as its owner (migrations, worker), and as the application, which owns nothing. */
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { openerOf } from "./connection/open.ts";
import { createSlots } from "./connection/slots.ts";
import { statementsOver } from "./connection/statements.ts";

export const APP_ROLE = "restricted_contact_app";

export type Sql = postgres.Sql;
export type Db = {
  readonly drizzle: PostgresJsDatabase;
  readonly sql: Sql;
  readonly close: () => Promise<void>;
};

type Options = { readonly max?: number };

/** Opens a pool as the owner named in the address. */
export function connectAsOwner(url: string, { max = 2 }: Options = {}): Db {
  return connect(max, postgres(url, { max: 0, onnotice: () => {} }));
}

/**
 * Opens the application's pool. The start-up parameter `role` makes every statement run as a role that
 * owns nothing, so that row-level security holds even where a query forgets its filter (DESIGN decision 9).
 */
export function connectAsApplication(url: string, { max = 10 }: Options = {}): Db {
  const connection = { role: APP_ROLE, application_name: "restricted-contact" };
  return connect(max, postgres(url, { max: 0, connection, onnotice: () => {} }));
}

function connect(max: number, written: Sql): Db {
  const slots = createSlots(max, openerOf(written));
  const sql = statementsOver(written, slots);
  return { drizzle: drizzle(sql), sql, close: slots.end };
}
