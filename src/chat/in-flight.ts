/** Work that is being done for somebody, so that a stop can wait for it: no click is lost (PLATFORM 1.1). */
export type InFlight = {
  /** Runs it, and gives back what it gives. */
  readonly track: <T>(run: () => Promise<T>) => Promise<T>;
  /** Runs it beside the answer, which does not wait for it; `failed` hears why it did not work. */
  readonly beside: (run: () => Promise<void>, failed: (error: unknown) => void) => void;
  /** Resolves when nothing is being done any more. */
  readonly idle: () => Promise<void>;
};

export function createInFlight(): InFlight {
  const running = new Set<Promise<unknown>>();
  const track = <T>(run: () => Promise<T>): Promise<T> => {
    const promise = run().finally(() => running.delete(promise));
    running.add(promise);
    return promise;
  };
  return {
    track,
    beside: (run, failed) => {
      track(run).catch(failed);
    },
    idle: async () => {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}
