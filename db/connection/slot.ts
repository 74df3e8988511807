/** One connection, for one piece of work at a time. Once it is lost it never serves again. */
import type { Sql } from "postgres";
import type { Lost } from "./line.ts";

/** The driver with one connection of ours under it, which is opened at the first statement. */
export type Connection = { readonly sql: Sql; readonly cut: () => void };

export type Open = (lost: Lost) => Connection;

export type Slot = {
  /** Whether it may be given work: it is not lost, and not too old. */
  readonly serves: () => boolean;
  /** @throws what the work throws, or that the connection was lost, which the work itself is not told: it never ends */
  readonly run: <T>(work: (sql: Sql) => PromiseLike<T>) => Promise<T>;
  /** Says farewell, when its work is done. */
  readonly end: () => Promise<void>;
};

/** Milliseconds after which a connection is opened anew: what a server keeps for each only grows. */
const LIFETIME = 45 * 60_000;

/** Milliseconds in which what runs may finish when everything ends. */
const FINISH_WITHIN = 5_000;

export function createSlot(open: Open): Slot {
  const gone = Promise.withResolvers<void>();
  const until = Date.now() + LIFETIME;
  let loss: Error | undefined;
  let fail: Lost = () => {};
  const lose: Lost = (error) => {
    loss ??= error;
    gone.resolve();
    fail(loss);
  };
  const { sql, cut } = open(lose);
  return {
    serves: () => loss === undefined && Date.now() < until,
    run: async (work) => {
      if (loss) throw loss;
      const lost = Promise.withResolvers<never>();
      fail = lost.reject;
      try {
        return await Promise.race([work(sql), lost.promise]);
      } catch (error) {
        if (isFatal(error)) cut();
        throw error;
      }
    },
    end: async () => {
      if (loss) return;
      const tooLate = setTimeout(cut, FINISH_WITHIN);
      await Promise.race([sql.end(), gone.promise]);
      clearTimeout(tooLate);
    },
  };
}

/** The server says it and hangs up: a wrong password, a database that is not there, an administrator's command. */
function isFatal(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ("severity" in at && (at.severity === "FATAL" || at.severity === "PANIC")) return true;
  }
  return false;
}
