/** How the product stops: in order, with nobody's click lost, and not for ever. */
import type { Logger } from "pino";
import type { Db } from "../db/connect.ts";
import type { Cluster } from "../db/embedded/cluster.ts";
import type { Chats } from "./connect-chats.ts";
import type { Door } from "./http/door.ts";
import type { Runner } from "./jobs/runner.ts";
import type { PlayedCouncils } from "./sandbox-start.ts";

type Running = {
  readonly door: Door;
  readonly chats: Chats;
  readonly runner: Runner;
  readonly sweeper: { readonly stop: () => Promise<void> };
  readonly councils: PlayedCouncils | undefined;
  readonly databases: readonly Db[];
  readonly cluster: Cluster | undefined;
  readonly log: Logger;
};

/** Milliseconds after which the stop is not waited for: a supervisor would kill the process soon (Kubernetes: 30 s). */
const STOP_WITHIN = 20_000;

/** Stops in order: no new requests, clicks answered, jobs finished or back in the queue, the database last. */
export function stopOnSignal(running: Running): void {
  let stopping = false;
  const stop = async (): Promise<never> => {
    const { door, chats, runner, sweeper, councils, databases, cluster, log } = running;
    councils?.stop();
    await Promise.allSettled([door.close(), chats.slack?.stop(), chats.teams?.stop(), sweeper.stop(), runner.stop()]);
    await Promise.allSettled(databases.map((db) => db.close()));
    await cluster?.stop();
    log.info({ code: "stopped" }, "stopped");
    process.exit(0);
  };
  const once = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), STOP_WITHIN).unref();
    stop().catch(() => process.exit(1));
  };
  process.on("SIGINT", once);
  process.on("SIGTERM", once);
}
