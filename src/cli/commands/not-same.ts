/** "Not the same person": whom the register team said not to be a customer, and taking it back (SCREENING section 3). */
import { listNotSame, type NotSameRow } from "../../../db/queries/not-same.ts";
import { background } from "../../../db/transaction.ts";
import { revokeNotSame } from "../../usecases/alerts/revoke-not-same.ts";
import { type Command, Misused } from "../command.ts";
import { withOrganisation } from "../with-database.ts";

const ORGANISATION = { organisation: { type: "string" } } as const;
/** A page of what is read at once; all pages are printed. */
const AT_ONCE = 500;

export const notSameList: Command = {
  name: "not-same list",
  usage: "--organisation SLUG",
  about: "Lists whom the register team said not to be a customer, by reference, with who said it and until when.",
  options: ORGANISATION,
  words: 0,
  run: (setting, given) =>
    withOrganisation(setting, given, async ({ app, organisation }) => {
      const at = setting.now();
      let from = 0;
      for (let more = true; more; from += AT_ONCE) {
        const rows = await background(app, organisation, (tx) =>
          listNotSame(tx, organisation, { at, from, most: AT_ONCE }),
        );
        for (const row of rows) setting.say(lineOf(row));
        if (rows.length === 0 && from === 0) setting.say("Nobody is remembered as not being a customer.");
        more = rows.length === AT_ONCE;
      }
      return 0;
    }),
};

/** The kinds of what was given, never the values: they are not kept. */
function lineOf({ id, customer, kinds, alert, judgedBy, judgedAt, until }: NotSameRow): string {
  const said = `said by ${judgedBy ?? "a colleague"} ${judgedAt.toISOString()}`;
  const parts = [id, customer.ref, `given: ${kinds.join(", ")}`, alert?.ref ?? "no alert", said];
  return [...parts, `until ${until.toISOString()}`].join(" · ");
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const notSameRevoke: Command = {
  name: "not-same revoke",
  usage: "--organisation SLUG ID",
  about: "Takes one of them back: from then on such a contact is matched to the customer again.",
  options: ORGANISATION,
  words: 1,
  run: (setting, given) => {
    const [judgement = ""] = given.words;
    if (!UUID.test(judgement)) throw new Misused(`"${judgement}" is not an id: see not-same list`);
    return withOrganisation(setting, given, async ({ app, organisation }) => {
      const revoke = revokeNotSame({ db: app, now: setting.now });
      const outcome = await revoke({ organisation, judgement, by: null });
      if (outcome.code === "revoked") setting.say(`Checked again from now on: ${outcome.customerRef}.`);
      else setting.complain("This id counts no longer, or never did: see not-same list.");
      return outcome.code === "revoked" ? 0 : 1;
    });
  },
};
