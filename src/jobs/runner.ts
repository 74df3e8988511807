/** Runs the job queue, as its owner (DESIGN decision 3). Jobs are enqueued inside the transactions that want them. */
import { run, Logger as WorkerLogger } from "graphile-worker";
import type { Logger } from "pino";
import { z } from "zod";
import type { CopyKey } from "../usecases/delivery/take-delivery.ts";

const Payload = z.object({ organisation: z.uuid(), copy: z.uuid() });

export type RunnerOptions = {
  readonly ownerUrl: string;
  readonly deliver: (key: CopyKey) => Promise<void>;
  /** Called when the probe job ran: proof that jobs are taken. */
  readonly probed: () => void;
  readonly log: Logger;
};

export type Runner = {
  /** Finishes what runs; what waits stays in the queue. */
  readonly stop: () => Promise<void>;
};

/** Jobs side by side: enough that one slow destination does not hold up the others. */
const CONCURRENCY = 12;

/** Starts taking jobs. A job that throws goes back and is tried again, later each time. */
export async function startRunner({ ownerUrl, deliver, probed, log }: RunnerOptions): Promise<Runner> {
  const worker = await run({
    connectionString: ownerUrl,
    concurrency: CONCURRENCY,
    maxPoolSize: CONCURRENCY + 2,
    noHandleSignals: true,
    pollInterval: 1_000,
    logger: new WorkerLogger(() => (level, _message, meta) => {
      // The queue's own words may quote an error; a code is enough to look the job up by.
      if (level === "error")
        log.error({ code: "job-failed", name: nameOf(meta?.["error"]) }, "a job failed and will be tried again");
    }),
    taskList: {
      deliver: async (payload) => await deliver(Payload.parse(payload)),
      probe: () => probed(),
    },
  });
  worker.promise.catch((error: unknown) =>
    log.error({ code: "worker-stopped", name: nameOf(error) }, "the job queue stopped"),
  );
  await worker.addJob("probe", {}, { jobKey: "probe" });
  return { stop: () => worker.stop() };
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : "unknown");
