/** Interactions that are being answered, so that a stop can wait for them: no click is lost (PLATFORM 1.1). */
export type InFlight = {
  /** Runs it, and gives back what it gives. */
  readonly track: <T>(run: () => Promise<T>) => Promise<T>;
  /** Resolves when nothing is being answered any more. */
  readonly idle: () => Promise<void>;
};

export function createInFlight(): InFlight {
  const running = new Set<Promise<unknown>>();
  return {
    track: (run) => {
      const promise = run().finally(() => running.delete(promise));
      running.add(promise);
      return promise;
    },
    idle: async () => {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}
