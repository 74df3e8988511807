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
    await attempt(sweep);
    // The clock of a test can be put back.
    if (Math.abs(now().getTime() - lastDaily) < DAY_MS) return;
    if (await attempt(sweepOldContacts)) lastDaily = now().getTime();
  }

  /** What fails holds nothing else up, and is tried again in 5 s. */
  async function attempt(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      const name = error instanceof Error ? error.name : "unknown";
      log.warn({ code: "sweep-failed", name }, "the sweep failed and is tried again in 5 s");
      return false;
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
