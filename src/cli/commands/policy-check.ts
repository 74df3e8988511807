import { readFile } from "node:fs/promises";
import { describePack } from "../../policy/packs/describe-pack.ts";
import { parsePack } from "../../policy/packs/parse-pack.ts";
import type { Command } from "../command.ts";
import { readJson } from "../read-json.ts";

/** `register policy check FILE`: validates a pack and prints the ladder in plain English (CASEWORK section 6). */
export const policyCheck: Command = {
  name: "policy check",
  usage: "FILE",
  about: "Checks a policy pack and prints it in plain English.",
  options: {},
  words: 1,
  run: async ({ say, complain }, { words: [file = ""] }) => {
    const read = await readJson(file, readFile);
    const parsed = read.ok
      ? parsePack(read.json)
      : { ok: false as const, faults: [{ path: file, message: read.reason }] };
    if (parsed.ok) say(describePack(parsed.pack));
    else for (const { path, message } of parsed.faults) complain(`${path}: ${message}`);
    return parsed.ok ? 0 : 1;
  },
};
