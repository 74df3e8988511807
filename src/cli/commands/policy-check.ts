import { describePack } from "../../policy/packs/describe-pack.ts";
import type { Command } from "../command.ts";
import { readPack } from "../read-pack.ts";

/** `register policy check FILE`: validates a pack and prints the ladder in plain English (CASEWORK section 6). */
export const policyCheck: Command = {
  name: "policy check",
  usage: "FILE",
  about: "Checks a policy pack and prints it in plain English.",
  options: {},
  words: 1,
  run: async (setting, { words: [file = ""] }) => {
    const pack = await readPack(file, setting);
    if (pack) setting.say(describePack(pack));
    return pack ? 0 : 1;
  },
};
