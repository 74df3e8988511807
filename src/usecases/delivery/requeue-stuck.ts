import { requeueStuckCopies } from "../../../db/queries/stuck-copies.ts";
import type { Context } from "../context.ts";

const MINUTE_MS = 60_000;

/**
 * Copies whose job was lost or gave up are tried again: looks at most once a minute of the product's clock. A copy of the
 * last minute is left alone.
 * @returns a function that gives back how many copies it enqueued
 */
export function requeueStuck({ db, now, chats }: Context) {
  let looked = Number.NEGATIVE_INFINITY;
  return async (): Promise<number> => {
    const at = now().getTime();
    // The clock of a sandbox may be put back.
    if (Math.abs(at - looked) < MINUTE_MS) return 0;
    const requeued = await requeueStuckCopies(db, { chats, madeBefore: new Date(at - MINUTE_MS) });
    looked = at;
    return requeued;
  };
}
