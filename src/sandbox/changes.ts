/** A counter that grows with every change a person could see, and the pages that follow it. */
import { randomUUID } from "node:crypto";
import type { Response } from "express";

export type Changes = {
  /** Something changed: all followers hear the new version. */
  readonly bump: () => void;
  /** An entity tag of everything that people can see: another one after each change, and in another run. */
  readonly mark: () => string;
  /** Keeps the response open as server-sent events, beginning with the version as it is. */
  readonly follow: (response: Response) => void;
  /** Ends all followers. */
  readonly stop: () => void;
};

export function createChanges(): Changes {
  let version = 0;
  const run = randomUUID();
  const followers = new Set<Response>();
  const tell = (response: Response) => response.write(`data: ${JSON.stringify({ version })}\n\n`);

  return {
    bump: () => {
      version += 1;
      for (const follower of followers) tell(follower);
    },
    mark: () => `"${run} ${version}"`,
    follow: (response) => {
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      followers.add(response);
      response.on("close", () => followers.delete(response));
      tell(response);
    },
    stop: () => {
      for (const follower of followers) follower.end();
      followers.clear();
    },
  };
}
