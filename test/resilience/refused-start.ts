/** The product started where it is expected to end by itself, in a process of its own as `npm start` starts it. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import type { Ran } from "../cli/register.ts";
import { START } from "../support/product.ts";

/** Milliseconds that a busy machine takes at most to load it and to try a database. */
const ENDS_WITHIN = 18_000;

/** With these settings and no others. */
export async function refusedStart(environment: Readonly<Record<string, string>>): Promise<Ran> {
  const env = { PATH: process.env["PATH"], PORT: "0", ...environment };
  const child = spawn(process.execPath, START, {
    cwd: resolve(import.meta.dirname, "../.."),
    env,
    timeout: ENDS_WITHIN,
  });
  const ran = { out: "", err: "" };
  child.stdout.on("data", (chunk: Buffer) => (ran.out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (ran.err += chunk.toString()));
  const [exit] = (await once(child, "close")) as [number | null];
  return { exit, ...ran };
}
