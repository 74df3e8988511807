/** Work that nobody waits for. What goes wrong in it is a bug: it shows in the console of the browser. */
export function background(work: Promise<unknown>): void {
  work.catch((error: unknown) => reportError(error));
}
