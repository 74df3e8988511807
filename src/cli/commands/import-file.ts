import { readFile } from "node:fs/promises";
import { sentenceCase } from "../../policy/arrangement/uk-words.ts";
import { CHANGE_KINDS } from "../../usecases/import-world/changes.ts";
import { type ImportOutcome, importWorld } from "../../usecases/import-world/import-world.ts";
import type { Command, Exit, Setting } from "../command.ts";
import { readJson } from "../read-json.ts";
import { readPack } from "../read-pack.ts";
import { withDatabase } from "../with-database.ts";
import { gapWords, NO_ADMINISTRATOR, roleGapWords } from "./policy-words.ts";

/** `register import FILE`: all of it or nothing, every fault by its path (SCREENING section 7). */
export const importFile: Command = {
  name: "import",
  usage: "FILE [--policy PACK]",
  about: "Loads an organisation with its staff and register. All or nothing; twice changes nothing.",
  options: { policy: { type: "string" } },
  words: 1,
  run: async (setting, { words: [file = ""], options: { policy } }) => {
    const read = await readJson(file, readFile);
    if (!read.ok) return refused(setting, [`${file}: ${read.reason}`]);
    const pack = typeof policy === "string" ? await readPack(policy, setting) : undefined;
    if (policy !== undefined && !pack) return refused(setting, []);
    return withDatabase(setting, async ({ app }) => {
      const outcome = await importWorld({ db: app, now: setting.now })({ json: read.json, ...(pack ? { pack } : {}) });
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
  const count = faults.length === 1 ? "1 fault" : `${faults.length} faults`;
  complain(faults.length === 0 ? "Nothing was loaded." : `Nothing was loaded: ${count}.`);
  return 1;
}

function imported(
  { say, complain }: Setting,
  { slug, changes, gaps, unheld, administered }: Extract<ImportOutcome, { code: "imported" }>,
): Exit {
  if (changes.length === 0) say(`${slug}: nothing to change.`);
  for (const kind of CHANGE_KINDS) {
    const counts = (["added", "changed"] as const).flatMap((what) => {
      const count = changes.filter((change) => change.kind === kind && change.what === what).length;
      return count === 0 ? [] : [`${count} ${what}`];
    });
    if (counts.length > 0) say(`${slug}: ${kind}: ${counts.join(", ")}`);
  }
  // Said when something came, not each night that the same file is loaded again.
  const lacking = [
    ...gaps.map(gapWords),
    ...unheld.map((gap) => sentenceCase(roleGapWords(gap))),
    ...(administered ? [] : [NO_ADMINISTRATOR]),
  ];
  if (changes.length > 0) for (const words of lacking) complain(`${slug}: ${words}`);
  return 0;
}
