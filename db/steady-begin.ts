/**
 * Transactions that survive the loss of their connection. When a connection closes in the middle of a transaction,
 * postgres.js 3.4 still sends ROLLBACK on it, from a timer, to a socket that is no more: an exception that nobody can
 * catch, and the process dies (porsager/postgres issues 1154 and 1208). Here the work of a lost transaction never ends,
 * so that nothing more is sent; `begin` itself ends with the loss, which the driver tells it by another way.
 */
import type { Sql } from "./connect.ts";

/** Codes of the driver and of the network for a connection that is gone. Nothing is left to be rolled back. */
const LOST = /^(CONNECTION_(CLOSED|DESTROYED|ENDED)|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT)$/;

type Work = (tx: unknown) => unknown;

/** Makes the transactions of these connections steady. */
export function withSteadyBegin(sql: Sql): Sql {
  const begin = sql.begin.bind(sql) as (...given: readonly unknown[]) => Promise<unknown>;
  const steady = (...given: readonly unknown[]): Promise<unknown> =>
    begin(...given.slice(0, -1), silentWhenLost(given.at(-1) as Work));
  return Object.assign(sql, { begin: steady });
}

const silentWhenLost =
  (work: Work): Work =>
  async (tx) => {
    try {
      return await work(tx);
    } catch (error) {
      if (isLost(error)) await new Promise<never>(() => {});
      throw error;
    }
  };

function isLost(error: unknown): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string" && LOST.test(at.code)) return true;
  }
  return false;
}
