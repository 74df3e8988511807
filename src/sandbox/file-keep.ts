/** A keep in one file, readable by its owner only. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Keep } from "./keep.ts";

/** Keeps snapshots in a file, whose folder is made when it is not there. What cannot be read counts as not there. */
export function fileKeep(path: string): Keep {
  return {
    load: () => jsonOf(path),
    // The rename replaces the file in one step: a crash leaves the old snapshot or the new one, never half of one.
    save: (snapshot) => {
      const fresh = `${path}.${process.pid}.new`;
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(fresh, JSON.stringify(snapshot), { mode: 0o600 });
      renameSync(fresh, path);
    },
  };
}

function jsonOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}
