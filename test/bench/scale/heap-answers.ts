/** Loaded into the product before anything else: answers its parent with the heap that is left after a collection. */
process.on("message", () => {
  globalThis.gc?.();
  process.send?.({ heapUsed: process.memoryUsage().heapUsed });
});
// A process that is asked to stop does not wait for more questions.
process.channel?.unref();
