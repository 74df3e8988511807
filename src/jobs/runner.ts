/**
 * Runs the job queue, as its owner (DESIGN decision 3), and starts it again when it stops: it gives up when a job cannot
 * be fetched, or its end not be written down, because the database went away.
 */
import type { Lives } from "./lives.ts";
import { openQueue, type Queue, type QueueOptions } from "./queue.ts";

export type RunnerOptions = QueueOptions & {
  readonly lives: Lives;
  /** Gives back to the queue what a run of it that ended still had in hand. */
  readonly freeJobsOf: (runners: readonly string[]) => Promise<void>;
};

export type Runner = {
  /** Finishes what runs; what waits stays in the queue. */
  readonly stop: () => Promise<void>;
};

/** Milliseconds between two tries to start the queue again: cards must be right within 5 s of the database's return. */
const AGAIN_AFTER = 1_000;

/** Starts taking jobs, and goes on until it is stopped. @throws when there is no database at the start */
export async function startRunner(options: RunnerOptions): Promise<Runner> {
  const { lives, freeJobsOf, log } = options;
  const stopped = Promise.withResolvers<void>();
  let stopping = false;
  let queue: Queue | undefined = await openQueue(options);
  lives.begin(queue.runner);

  /** The queue again, or nothing while the database is away. */
  const again = async (ended: string): Promise<Queue | undefined> => {
    try {
      await freeJobsOf([ended]);
      const opened = await openQueue(options);
      lives.begin(opened.runner);
      return opened;
    } catch {
      return undefined;
    }
  };
  const keepRunning = async (): Promise<void> => {
    let last = queue?.runner ?? "";
    while (!stopping) {
      await queue?.ended;
      if (stopping) return;
      log.warn({ code: "worker-restarts" }, "the job queue is started again");
      await Promise.race([stopped.promise, new Promise((done) => setTimeout(done, AGAIN_AFTER))]);
      queue = stopping ? undefined : await again(last);
      last = queue?.runner ?? last;
    }
  };
  const kept = keepRunning();
  return {
    stop: async () => {
      stopping = true;
      stopped.resolve();
      await queue?.stop().catch(() => {});
      await kept;
      // It may have been started again in between; one that is stopped already refuses.
      await queue?.stop().catch(() => {});
      await lives.stop();
    },
  };
}
