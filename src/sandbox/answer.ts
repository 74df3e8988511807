/** The answer to a call of the bot, perhaps struck by a fault. */
import type { Response } from "express";
import { type CallFault, pause } from "./faults.ts";

/** What a server answers to the bot. */
export type Reply = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
};

/** How one platform words the two answers that a fault gives. */
export type FaultWords = { readonly rateLimited: (seconds: number) => Reply; readonly broken: Reply };

/** Answers a call of the bot through the fault, if there is one. `run` does the call. */
export async function answer(
  response: Response,
  words: FaultWords,
  step: { fault: CallFault | undefined; run: () => Reply },
) {
  const reply = await struck(words, step);
  if (reply === "cut") return response.destroy();
  response.status(reply.status).set(reply.headers ?? {});
  return typeof reply.body === "string" ? response.send(reply.body) : response.json(reply.body);
}

async function struck(
  words: FaultWords,
  { fault, run }: { fault: CallFault | undefined; run: () => Reply },
): Promise<Reply | "cut"> {
  if (fault === undefined) return run();
  switch (fault.kind) {
    case "rate-limited":
      return words.rateLimited(fault.retryAfterSeconds);
    case "fails-before":
      return words.broken;
    case "fails-after":
      run();
      return words.broken;
    case "hangs":
      await pause(fault.ms);
      return "cut";
    case "hangs-after":
      run();
      await pause(fault.ms);
      return "cut";
    case "slow": {
      const reply = run();
      await pause(fault.ms);
      return reply;
    }
  }
}
