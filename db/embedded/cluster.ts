/**
 * A real PostgreSQL for a machine without one (DESIGN decision 2). The binaries come inside npm packages;
 * it is started with pg_ctl, in a session of its own, so that Ctrl+C reaches the product first.
 */
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { initialise } from "./initialise.ts";
import { NoCluster } from "./no-cluster.ts";
import { findPlace, type Place } from "./place.ts";

export type Cluster = {
  /** Connection address of the owner, on the database "postgres". */
  readonly url: string;
  readonly folder: string;
  /** Stops the server, if this process started it. */
  readonly stop: () => Promise<void>;
};

/**
 * Opens the cluster in a folder: joins it when it runs already, else makes it if need be and starts it.
 * @throws NoCluster when there is none, and why
 */
export async function openCluster(wanted: string, settings: readonly string[] = []): Promise<Cluster> {
  const place = await findPlace(wanted);
  const data = join(place.folder, "postgres");
  if (!existsSync(join(data, "PG_VERSION"))) await initialise(place, data);

  const running = await isRunning(place, data);
  if (!running) await start(place, data, settings);
  return {
    url: `postgres://postgres:${password(place)}@127.0.0.1:${portOf(data)}/postgres`,
    folder: place.folder,
    stop: async () => {
      if (!running) await control(place, ["stop", "-D", data, "-m", "fast"]);
    },
  };
}

async function start(place: Place, data: string, settings: readonly string[]): Promise<void> {
  const port = await freePort();
  const options = [
    "-c listen_addresses=127.0.0.1",
    "-c unix_socket_directories=",
    `-p ${port}`,
    ...settings.map((s) => `-c ${s}`),
  ];
  const log = join(data, "server.log");
  try {
    await control(place, ["start", "-D", data, "-w", "-t", "30", "-l", log, "-o", options.join(" ")]);
  } catch {
    throw new NoCluster({ code: "not-started", folder: place.folder, log });
  }
}

async function isRunning(place: Place, data: string): Promise<boolean> {
  return await control(place, ["status", "-D", data]).then(
    () => true,
    () => false,
  );
}

/** Output is not piped: the server would inherit the pipe and keep this process waiting. */
async function control(place: Place, args: readonly string[]): Promise<void> {
  await new Promise<void>((done, failed) => {
    const child = spawn(place.bin.pgCtl, args, { ...place.runAs, cwd: place.folder, stdio: "ignore" });
    child.on("error", failed);
    child.on("exit", (code) => (code === 0 ? done() : failed(new Error(`pg_ctl ${args[0]} ended with ${code}`))));
  });
}

const password = (place: Place): string => readFileSync(join(place.folder, "password"), "utf8").trim();

/** The fourth line of postmaster.pid is the port. */
function portOf(data: string): number {
  return Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[3]);
}

async function freePort(): Promise<number> {
  return await new Promise((done, failed) => {
    const probe = createServer();
    probe.on("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => done(port));
    });
  });
}
