/** The files of a new cluster, as the user that it runs as. */
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { NoCluster } from "./no-cluster.ts";
import type { Place } from "./place.ts";

const execute = promisify(execFile);

/**
 * Makes the data directory and the owner's password file beside it.
 * @throws NoCluster "cannot-write" or "not-made"
 */
export async function initialise(place: Place, data: string): Promise<void> {
  const { folder } = place;
  const file = join(folder, "password");
  try {
    makeFolders(place, { data, file });
  } catch (error) {
    throw new NoCluster({ code: "cannot-write", folder, reason: codeOf(error) });
  }
  const flags = [
    "-D",
    data,
    "-U",
    "postgres",
    "-A",
    "scram-sha-256",
    `--pwfile=${file}`,
    "--encoding=UTF8",
    "--locale=C",
  ];
  try {
    await execute(place.bin.initdb, flags, { ...place.runAs, cwd: folder });
  } catch (error) {
    const log = join(folder, "initdb.log");
    writeFileSync(log, toldBy(error));
    throw new NoCluster({ code: "not-made", folder, log });
  }
}

function makeFolders({ folder, runAs }: Place, { data, file }: { data: string; file: string }): void {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString("hex"), { mode: 0o600 });
  mkdirSync(data, { recursive: true, mode: 0o700 });
  if (!runAs) return;
  chownSync(data, runAs.uid, runAs.gid);
  chownSync(file, runAs.uid, runAs.gid);
}

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "unknown";

/** What a program said of its failure, or why it could not run at all. */
function toldBy(error: unknown): string {
  const printed = error instanceof Error && "stderr" in error && typeof error.stderr === "string" ? error.stderr : "";
  return printed || `${String(error)}\n`;
}
