/** The job queue loses a connection just when it ends: the process lives on. */
import { pino } from "pino";
import { afterAll, expect, it } from "vitest";
import { openQueue } from "../../src/jobs/queue.ts";
import { freshDatabase } from "../support/database.ts";
import { openDatabaseProxy } from "./database-proxy.ts";
import { wait } from "./settled.ts";

const database = await freshDatabase();
const wire = await openDatabaseProxy(database.ownerUrl);
afterAll(async () => {
  await wire.close();
  await database.drop();
});

const log = pino({ level: "silent" });
const open = (probed: () => void = () => {}) => openQueue({ ownerUrl: wire.url, deliver: async () => {}, probed, log });

it("ends when it is told of no jobs yet, and begins again", async () => {
  const held = wire.holdNextRequest("LISTEN");
  const queue = await open();
  await held;
  // It may have given up by then, and refuses to be stopped again.
  const stopped = queue.stop().catch(() => {});
  await wait(100);
  wire.cut();
  await stopped;
  await queue.ended;
  // What is rejected too late to be heard would end the process by now; here it is an error of the test run.
  await wait(200);
  wire.mend();

  const probed = Promise.withResolvers<void>();
  const again = await open(probed.resolve);
  await expect(probed.promise).resolves.toBeUndefined();
  await again.stop();
  await again.ended;
});
