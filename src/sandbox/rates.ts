/** Sliding windows: how both platforms publish their limits, "7 in 1 second, 60 in 30 seconds". */
export type Window = { readonly count: number; readonly seconds: number };

/** Counts one call under `key`, or says how many whole seconds to wait. A refused call is not counted. */
export type Take = (key: string) => number;

export function createRates(windows: readonly Window[], now: () => number = Date.now): Take {
  const calls = new Map<string, number[]>();
  const longest = Math.max(...windows.map((window) => window.seconds)) * 1000;

  return (key) => {
    const at = now();
    const recent = (calls.get(key) ?? []).filter((time) => at - time < longest);
    calls.set(key, recent);
    const waits = windows.map((window) => waitFor(window, recent, at));
    const wait = Math.max(0, ...waits);
    if (wait === 0) recent.push(at);
    return wait;
  };
}

function waitFor({ count, seconds }: Window, recent: readonly number[], at: number): number {
  const inside = recent.filter((time) => at - time < seconds * 1000);
  const blocking = inside[inside.length - count];
  if (blocking === undefined) return 0;
  return Math.max(1, Math.ceil((blocking + seconds * 1000 - at) / 1000));
}
