/** A policy pack that a command was given. */
import { readFile } from "node:fs/promises";
import type { Pack } from "../policy/packs/pack.ts";
import { parsePack } from "../policy/packs/parse-pack.ts";
import type { Setting } from "./command.ts";
import { readJson } from "./read-json.ts";

/** The pack; else nothing, and every fault of the file is said on stderr. */
export async function readPack(file: string, { complain }: Setting): Promise<Pack | undefined> {
  const read = await readJson(file, readFile);
  const parsed = read.ok
    ? parsePack(read.json)
    : { ok: false as const, faults: [{ path: file, message: read.reason }] };
  if (parsed.ok) return parsed.pack;
  for (const { path, message } of parsed.faults) complain(`${path}: ${message}`);
  return undefined;
}
