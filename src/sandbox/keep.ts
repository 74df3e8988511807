/** How a local chat outlives its process: a snapshot read when it opens, and written soon after each change. */
import type { z } from "zod";

export type Keep = {
  /** The last snapshot as JSON gives it back; undefined when there is none. */
  readonly load: () => unknown;
  /** Writes it before it returns. Throws when it cannot be written. */
  readonly save: (snapshot: unknown) => void;
};

export type Keeper = {
  /** Something that is kept has changed. */
  readonly changed: () => void;
  /** Saves what is not saved yet. What still changes afterwards is saved at once. */
  readonly stop: () => void;
};

/** Milliseconds after the first unsaved change: a steady stream of changes is saved too. */
const SAVE_MS = 200;
/** Saving stops everything else, so it takes at most a twentieth of the time: a large snapshot is saved less often. */
const REST = 20;

/** The kept snapshot; undefined when there is none, or when it has another shape or version. */
export function loadKept<T>(keep: Keep | undefined, shape: z.ZodType<T>): T | undefined {
  return shape.safeParse(keep?.load()).data;
}

/** Saves `snapshot()` after changes; does nothing without a keep. */
export function createKeeper(keep: Keep | undefined, snapshot: () => unknown): Keeper {
  if (keep === undefined) return { changed: () => {}, stop: () => {} };
  let waiting: NodeJS.Timeout | undefined;
  let stopped = false;
  let lastTook = 0;
  const save = () => {
    clearTimeout(waiting);
    waiting = undefined;
    const began = performance.now();
    saveOrWarn(keep, snapshot());
    lastTook = performance.now() - began;
  };

  return {
    changed: () => {
      if (stopped) save();
      else waiting ??= setTimeout(save, Math.max(SAVE_MS, lastTook * REST)).unref();
    },
    stop: () => {
      stopped = true;
      if (waiting !== undefined) save();
    },
  };
}

/** A full disk must not end the bot: the next change tries again. */
function saveOrWarn(keep: Keep, snapshot: unknown): void {
  try {
    keep.save(snapshot);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
    process.emitWarning(`The sandbox's conversations could not be saved (${code}): a restart would lose them.`);
  }
}
