/** How much memory the product holds once it has been made to collect what it no longer needs. */
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { pathToFileURL } from "node:url";
import { z } from "zod";

/** Flags of Node.js for a process that can be asked. */
export const ASKABLE = ["--expose-gc", `--import=${pathToFileURL(`${import.meta.dirname}/heap-answers.ts`).href}`];

const Answer = z.object({ heapUsed: z.number() });

/** One collection: the bytes left after it, and from when to when it held the process up, as `performance.now()` counts. */
export type Collection = { readonly bytes: number; readonly from: number; readonly to: number };

/** Collects and looks. */
export async function collect(child: ChildProcess): Promise<Collection> {
  const from = performance.now();
  const answered = once(child, "message");
  child.send("collect");
  const [message] = (await answered) as unknown[];
  return { bytes: Answer.parse(message).heapUsed, from, to: performance.now() };
}
