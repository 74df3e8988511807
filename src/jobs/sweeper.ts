/** Looks every 5 seconds for what has fallen due, and once a day for what may no longer be kept. */
import type { Logger } from "pino";

export type SweeperOptions = {
  readonly sweep: () => Promise<number>;
  readonly sweepOldContacts: () => Promise<void>;
  readonly now: () => Date;
  readonly log: Logger;
};

export type Sweeper = { readonly stop: () => Promise<void> };

const EVERY_MS = 5_000;
const DAY_MS = 86_400_000;

export function startSweeper({ sweep, sweepOldContacts, now, log }: SweeperOptions): Sweeper {
  let running: Promise<void> = Promise.resolve();
  let lastDaily = Number.NEGATIVE_INFINITY;

  async function once(): Promise<void> {
    try {
      await sweep();
      if (now().getTime() - lastDaily < DAY_MS) return;
      lastDaily = now().getTime();
      await sweepOldContacts();
    } catch (error) {
      log.warn(
        { code: "sweep-failed", name: error instanceof Error ? error.name : "unknown" },
        "the sweep failed and is tried again in 5 s",
      );
    }
  }

  const timer = setInterval(() => {
    running = running.then(once);
  }, EVERY_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
