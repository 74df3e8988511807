import { readFileSync } from "node:fs";
import type { Pack } from "../../../src/policy/packs/pack.ts";
import { parsePack } from "../../../src/policy/packs/parse-pack.ts";
import { packById } from "../../../src/policy/packs/shelf.ts";

function known(id: string): Pack {
  const pack = packById(id);
  if (!pack) throw new Error(`no pack ${id}`);
  return pack;
}

/** A pack as a council has it: a file. */
function packFile(id: string): Pack {
  const parsed = parsePack(
    JSON.parse(readFileSync(new URL(`../../../src/policy/packs/${id}.json`, import.meta.url), "utf8")),
  );
  if (parsed.ok) return parsed.pack;
  throw new Error(parsed.faults.map(({ path, message }) => `${path}: ${message}`).join("; "));
}

export const PERSISTENT = known("persistent-and-abusive-behaviour");
export const UNACCEPTABLE = known("unacceptable-actions");
export const REASONABLE = packFile("reasonable-contact");
