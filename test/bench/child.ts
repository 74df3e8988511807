/** The product, and the bare apps it is held against, each as a process of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import type { Closing } from "./closing.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const READY_WITHIN = 30_000;

type Child = {
  readonly script: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Further flags of Node.js. */
  readonly flags?: readonly string[];
};

/** Starts a script with these settings and no others; gives back the address that it prints when it is ready. */
export async function startChild(closing: Closing, child: Child): Promise<string> {
  return (await startProcess(closing, child)).address;
}

/** The same, with the process, which hears what it is sent if it has ears for it. */
export async function startProcess(closing: Closing, { script, environment, flags = [] }: Child) {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", ...flags, script], {
    cwd: ROOT,
    env: environment,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const exited = once(child, "exit");
  closing.add(async () => {
    child.kill("SIGTERM");
    await exited;
  });
  return { address: await ready(child, script), child };
}

async function ready(child: ChildProcess, script: string): Promise<string> {
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const end = Date.now() + READY_WITHIN;
  for (;;) {
    const [, address] = /^Ready: (\S+)$/m.exec(output) ?? [];
    if (address !== undefined) return address;
    if (child.exitCode !== null || Date.now() > end) throw new Error(`${script} did not start:\n${output}`);
    await new Promise((done) => setTimeout(done, 20));
  }
}
