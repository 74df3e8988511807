/**
 * Lets the driver send what it was given before long work of our own begins: it writes between two turns of the event loop,
 * and what the connection does not take at once in the next.
 */
export async function letSend(): Promise<void> {
  for (const _turn of [1, 2]) await new Promise<void>((done) => setImmediate(done));
}
