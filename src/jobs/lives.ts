/** Jobs that a crashed process had in hand go back to the queue within seconds (DESIGN decision 3). */
import type { Logger } from "pino";

export type LivesOptions = {
  /** Says that the named runner lives. */
  readonly showLife: (runner: string) => Promise<void>;
  readonly silentRunners: () => Promise<readonly string[]>;
  readonly freeJobsOf: (runners: readonly string[]) => Promise<void>;
  readonly log: Logger;
};

export type Lives = {
  /** From now on this is the runner that lives here. */
  readonly begin: (runner: string) => void;
  readonly stop: () => Promise<void>;
};

const SHOW_EVERY_MS = 1_000;
/** A runner that lost its connection has shown life again by the next look; what it posts meanwhile is on the ledger. */
const LOOK_EVERY_MS = 4_000;

/** Shows that the runner of this process lives, and frees the jobs of those that were silent at two looks. */
export function watchLives({ showLife, silentRunners, freeJobsOf, log }: LivesOptions): Lives {
  let here: string | undefined;
  let silentBefore: readonly string[] = [];

  const show = async (): Promise<void> => {
    if (here !== undefined) await showLife(here);
  };
  const look = async (): Promise<void> => {
    const silent = await silentRunners();
    const dead = silent.filter((runner) => runner !== here && silentBefore.includes(runner));
    silentBefore = silent;
    if (dead.length === 0) return;
    await freeJobsOf(dead);
    log.warn({ code: "jobs-freed", runners: dead.length }, "jobs of a runner that is gone went back to the queue");
  };
  const showing = every(SHOW_EVERY_MS, show, () => {});
  const looking = every(LOOK_EVERY_MS, look, () => {
    // Whoever cannot look judges nobody by what was seen before.
    silentBefore = [];
  });
  return {
    begin: (runner) => {
      here = runner;
      showing.now();
      looking.now();
    },
    stop: async () => {
      await Promise.all([showing.stop(), looking.stop()]);
    },
  };
}

/** Does it again and again, never twice at once. */
function every(ms: number, act: () => Promise<void>, failed: () => void) {
  let running: Promise<void> | undefined;
  const now = (): void => {
    running ??= act()
      .catch(failed)
      .finally(() => {
        running = undefined;
      });
  };
  const timer = setInterval(now, ms);
  const stop = async (): Promise<void> => {
    clearInterval(timer);
    await running;
  };
  return { now, stop };
}
