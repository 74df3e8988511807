/** One run of the job queue: graphile-worker, as far as it is used here. */
import { EventEmitter } from "node:events";
import { run, type WorkerEvents, Logger as WorkerLogger } from "graphile-worker";
import type { Logger } from "pino";
import { z } from "zod";
import type { CopyKey } from "../usecases/delivery/take-delivery.ts";

const Payload = z.object({ organisation: z.uuid(), copy: z.uuid() });

export type QueueOptions = {
  readonly ownerUrl: string;
  readonly deliver: (key: CopyKey) => Promise<void>;
  /** Called when the probe job ran: proof that jobs are taken. */
  readonly probed: () => void;
  readonly log: Logger;
};

export type Queue = {
  /** The name under which it has jobs in hand. */
  readonly runner: string;
  /** Resolves when it takes no more jobs and runs none: it was stopped, or it gave up because the database went away. */
  readonly ended: Promise<void>;
  /** Finishes what runs; what waits stays in the queue. */
  readonly stop: () => Promise<void>;
};

/** Jobs side by side: enough that one slow destination does not hold up the others. */
const CONCURRENCY = 12;

/** Milliseconds in which a job that was being fetched when the queue gave up has begun. */
const LAST_ONE_WITHIN = 500;

/**
 * Milliseconds after the end of a job in which that end is written down. The queue asks for the next job before, while
 * the destination still counts as busy: without being asked again the next card to the same person waits for the poll.
 */
const WRITTEN_WITHIN = [10, 60] as const;

/** Milliseconds in which a database that does not hang has answered; the process that stops does not wait longer. */
const ANSWERED_WITHIN = 1_000;

/** Starts taking jobs. A job that throws goes back and is tried again, later each time. @throws when there is no database */
export async function openQueue({ ownerUrl, deliver, probed, log }: QueueOptions): Promise<Queue> {
  let runner = "";
  const running = new Set<Promise<void>>();
  const gaveUp = Promise.withResolvers<void>();
  const events: WorkerEvents = new EventEmitter();
  let taking = true;
  events.on("pool:create", ({ workerPool }) => {
    runner = workerPool.id;
    const lookAgain = (): void => {
      if (taking) workerPool.nudge(1);
    };
    events.on("job:complete", () => WRITTEN_WITHIN.forEach((wait) => void setTimeout(lookAgain, wait).unref()));
  });
  events.on("pool:gracefulShutdown", () => {
    taking = false;
    gaveUp.resolve();
  });
  // A run that is stopped while its wish to be told of jobs is unanswered gives that connection back twice should it be
  // lost then: an unhandled rejection, and the process dies. Its connection answers this question after that one.
  let listening: Promise<unknown> = Promise.resolve();
  events.on("pool:listen:success", ({ client }) => {
    listening = Promise.resolve().then(() => client.query("select").catch(() => {}));
  });
  // When only the answer was lost, a job is marked as ours that nobody runs: the whole run ends and gives back what it has.
  events.on("worker:getJob:error", () => gaveUp.resolve());
  const tracked = async (work: Promise<void>): Promise<void> => {
    running.add(work);
    await work.finally(() => running.delete(work));
  };
  const worker = await run({
    connectionString: ownerUrl,
    concurrency: CONCURRENCY,
    maxPoolSize: CONCURRENCY + 2,
    noHandleSignals: true,
    pollInterval: 1_000,
    events,
    // Without a delay, even of nothing, a job whose end cannot be written down is an unhandled rejection: the process dies.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    logger: new WorkerLogger(() => (level, _message, meta) => {
      // The queue's own words may quote an error; a code is enough to look the job up by.
      if (level === "error")
        log.error({ code: "job-failed", name: nameOf(meta?.["error"]) }, "a job failed and will be tried again");
    }),
    taskList: {
      deliver: async (payload) => await tracked(deliver(Payload.parse(payload))),
      probe: () => probed(),
    },
  });
  // Its own promise is not waited for: after several jobs whose end could not be written down it never settles.
  worker.promise.catch(() => {});
  const stop = async (): Promise<void> => {
    await Promise.race([listening, new Promise((done) => setTimeout(done, ANSWERED_WITHIN).unref())]);
    await worker.stop();
  };
  const end = async (): Promise<void> => {
    await gaveUp.promise;
    void listening.then(() => worker.stop()).catch(() => {});
    await new Promise((done) => setTimeout(done, LAST_ONE_WITHIN));
    while (running.size > 0) await Promise.allSettled(running);
  };
  const ended = end();
  try {
    await worker.addJob("probe", {}, { jobKey: "probe" });
  } catch (error) {
    await stop();
    throw error;
  }
  return { runner, ended, stop };
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : "unknown");
