/** Runs `npm run register -- …`: as people do, in a process of its own; or here, for long tables. */
import { spawn } from "node:child_process";
import { resolve } from "node:path";
import type { Setting } from "../../src/cli/command.ts";
import { openDatabase } from "../../src/cli/open-database.ts";
import { run } from "../../src/cli/run.ts";

const root = resolve(import.meta.dirname, "../..");

export type Ran = { readonly exit: number | null; readonly out: string; readonly err: string };

/** Runs a command line on a database; nothing else of this process's environment that matters reaches it. */
export function register(databaseUrl: string, ...line: readonly string[]): Promise<Ran> {
  return registerWith({ DATABASE_URL: databaseUrl }, ...line);
}

/** The same with these settings. */
export function registerWith(environment: Readonly<Record<string, string>>, ...line: readonly string[]): Promise<Ran> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, ["--import", "./src/quick-start.ts", "src/cli/main.ts", ...line], {
      cwd: root,
      env: { PATH: process.env["PATH"], ...environment },
    });
    const ran = { out: "", err: "" };
    child.stdout.on("data", (text: Buffer) => (ran.out += text.toString()));
    child.stderr.on("data", (text: Buffer) => (ran.err += text.toString()));
    child.on("error", failed);
    child.on("close", (exit) => done({ exit, ...ran }));
  });
}

/** The same in this process, with the chats that a test stands in for. */
export async function registerHere(
  databaseUrl: string,
  line: readonly string[],
  probe: Setting["probe"] = () => Promise.resolve(undefined),
): Promise<Ran> {
  const ran = { out: "", err: "" };
  const exit = await run(line, {
    openDatabase: () => openDatabase({ databaseUrl }),
    now: () => new Date(),
    probe,
    say: (text) => (ran.out += `${text}\n`),
    complain: (text) => (ran.err += `${text}\n`),
  });
  return { exit, ...ran };
}
