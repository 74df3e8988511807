/** A PostgreSQL of the bench's own, as durable as one of a council: nothing of its defaults that matters is changed. */
import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { openCluster } from "../../db/embedded/cluster.ts";
import { findPlace } from "../../db/embedded/place.ts";
import { addressOf } from "../support/addresses.ts";
import type { Closing } from "./closing.ts";

/** `track_commit_timestamp` writes down when each transaction committed: the alerts are measured from there. */
const SETTINGS = ["fsync=on", "synchronous_commit=on", "full_page_writes=on", "track_commit_timestamp=on"];

export type BenchCluster = {
  /** Makes a database, empty or as a copy of one that nobody is connected to; gives back its address. */
  readonly database: (name: string, template?: string) => Promise<string>;
};

/** Starts it in a temporary folder. */
export async function startCluster(closing: Closing): Promise<BenchCluster> {
  const cluster = await openCluster(await temporaryFolder(), SETTINGS);
  closing.add(async () => {
    await cluster.stop();
    await rm(cluster.folder, { recursive: true, force: true });
  });
  return {
    database: async (name, template = "template1") => {
      const sql = postgres(cluster.url, { max: 1 });
      await sql.unsafe(`create database ${name} template ${template}`);
      await sql.end();
      return addressOf(cluster.url, name);
    },
  };
}

/** A folder that PostgreSQL's own user can reach; anything else would end in the product's data. */
async function temporaryFolder(): Promise<string> {
  const name = `restricted-contact-bench-${randomBytes(6).toString("hex")}`;
  for (const parent of new Set([tmpdir(), "/tmp", "/var/tmp"])) {
    const folder = join(parent, name);
    if ((await findPlace(folder)).folder === folder) return folder;
  }
  throw new Error("No temporary folder that PostgreSQL can reach. Set TMPDIR to one.");
}
