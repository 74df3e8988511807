/**
 * Which runners of the job queue live. Each holds an advisory lock under its name while it is connected, so the lock of
 * one that crashed is free at once. The queue itself gives the jobs of a crashed runner back after four hours only.
 */
import type { Db } from "../connect.ts";

/** Any constant of our own: the first half of the lock's key. */
const LIVES = 7_104_002;

/**
 * Holds the lock of a runner, or takes it anew after the connection was lost. Repeating it is harmless.
 * `db` must have one connection and be used for nothing else: the lock is the connection's.
 */
export async function showLife({ sql }: Db, runner: string): Promise<void> {
  await sql`
    select pg_try_advisory_lock(${LIVES}::int, hashtext(${runner})) where not exists (
      select from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()
        and classid = ${LIVES}::int::oid and objid::bigint = hashtext(${runner})::bigint & 4294967295)`;
}

/** Runners that have jobs in hand and show no life; for the owner. */
export async function silentRunners({ sql }: Db): Promise<readonly string[]> {
  const rows = await sql`
    select runner from (select distinct locked_by as runner from graphile_worker.jobs where locked_by is not null) busy
    where pg_try_advisory_xact_lock(${LIVES}::int, hashtext(runner))`;
  return rows.map(({ runner }) => String(runner));
}

/** Gives the jobs that these runners had in hand back to the queue; for the owner. */
export async function freeJobsOf({ sql }: Db, runners: readonly string[]): Promise<void> {
  await sql`select graphile_worker.force_unlock_workers(${[...runners]}::text[])`;
}
