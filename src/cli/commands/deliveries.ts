/** The delivery ledger (DESIGN decision 5): what did not arrive, and sending it again. */
import { listOrganisations } from "../../../db/queries/organisations.ts";
import { listStuckCopies, resendCopy, type StuckCopy } from "../../../db/queries/stuck-copies.ts";
import { background } from "../../../db/transaction.ts";
import { type Command, Misused } from "../command.ts";
import { withDatabase } from "../with-database.ts";

export const deliveriesList: Command = {
  name: "deliveries list",
  usage: "",
  about: "Lists the cards that did not arrive or do not show the latest.",
  options: {},
  words: 0,
  run: (setting) =>
    withDatabase(setting, async ({ app }) => {
      let count = 0;
      for (const { id, slug } of await listOrganisations(app)) {
        const copies = await background(app, id, (tx) => listStuckCopies(tx, id));
        for (const copy of copies) setting.say(lineOf(slug, copy));
        count += copies.length;
      }
      if (count === 0) setting.say("Everything has arrived.");
      return 0;
    }),
};

const CHANNEL_WORDS = { register: "register channel", seniors: "senior staff's channel" } as const;

function lineOf(slug: string, { id, kind, chat, state, attempts, lastError, email, channel }: StuckCopy): string {
  const tried = attempts === 1 ? "tried once" : `tried ${attempts} times`;
  return [
    id,
    slug,
    kind,
    `${chat}: ${email ?? CHANNEL_WORDS[channel ?? "register"]}`,
    state,
    tried,
    lastError ?? "no error",
  ].join(" · ");
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const deliveriesResend: Command = {
  name: "deliveries resend",
  usage: "ID",
  about: "Sends one card again. The running product does it, or the next start.",
  options: {},
  words: 1,
  run: (setting, { words: [copy = ""] }) => {
    if (!UUID.test(copy)) throw new Misused(`"${copy}" is not the id of a card: see deliveries list`);
    return withDatabase(setting, async ({ app }) => {
      for (const { id } of await listOrganisations(app)) {
        if (!(await background(app, id, (tx) => resendCopy(tx, id, copy)))) continue;
        setting.say("It is in the queue again.");
        return 0;
      }
      setting.complain("There is no card with this id: see deliveries list.");
      return 1;
    });
  },
};
