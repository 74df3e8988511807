import { readFile } from "node:fs/promises";
import { CHANGE_KINDS, type Change } from "../../usecases/import-world/changes.ts";
import { importWorld } from "../../usecases/import-world/import-world.ts";
import type { Command, Exit, Setting } from "../command.ts";
import { readJson } from "../read-json.ts";
import { withDatabase } from "../with-database.ts";

/** `register import FILE`: all of it or nothing, every fault by its path (SCREENING section 7). */
export const importFile: Command = {
  name: "import",
  usage: "FILE",
  about: "Loads an organisation with its staff and register. All or nothing; twice changes nothing.",
  options: {},
  words: 1,
  run: async (setting, { words: [file = ""] }) => {
    const read = await readJson(file, readFile);
    if (!read.ok) return refused(setting, [`${file}: ${read.reason}`]);
    return withDatabase(setting, async ({ app }) => {
      const outcome = await importWorld({ db: app, now: setting.now })({ json: read.json });
      if (outcome.code === "imported") return imported(setting, outcome);
      return refused(
        setting,
        outcome.faults.map(({ path, message }) => `${path}: ${message}`),
      );
    });
  },
};

function refused({ complain }: Setting, faults: readonly string[]): Exit {
  for (const fault of faults) complain(fault);
  complain(`Nothing was loaded: ${faults.length === 1 ? "1 fault" : `${faults.length} faults`}.`);
  return 1;
}

function imported(
  { say }: Setting,
  { slug, changes }: { readonly slug: string; readonly changes: readonly Change[] },
): Exit {
  if (changes.length === 0) say(`${slug}: nothing to change.`);
  for (const kind of CHANGE_KINDS) {
    const counts = (["added", "changed"] as const).flatMap((what) => {
      const count = changes.filter((change) => change.kind === kind && change.what === what).length;
      return count === 0 ? [] : [`${count} ${what}`];
    });
    if (counts.length > 0) say(`${slug}: ${kind}: ${counts.join(", ")}`);
  }
  return 0;
}
