/** The figures of the register: counts, nothing about anybody. */
import { background } from "../../../db/transaction.ts";
import { warningEffectWords } from "../../policy/figures/warning-effect.ts";
import { loadWarningEffect } from "../../usecases/warning-effect.ts";
import type { Command } from "../command.ts";
import { withOrganisation } from "../with-database.ts";

export const figures: Command = {
  name: "figures",
  usage: "--organisation SLUG",
  about: "Prints how often a warning was enough, with what that means.",
  options: { organisation: { type: "string" } },
  words: 0,
  run: (setting, given) =>
    withOrganisation(setting, given, async ({ app, organisation }) => {
      const effect = await background(app, organisation, (tx) => loadWarningEffect(tx, organisation, setting.now()));
      for (const line of warningEffectWords(effect)) setting.say(line);
      return 0;
    }),
};
