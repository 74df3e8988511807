/** Keys to POST /v1/contacts. */
import { listIntakeTokens } from "../../../db/queries/organisations.ts";
import { background } from "../../../db/transaction.ts";
import { createIntakeToken, revokeToken } from "../../usecases/create-intake-token.ts";
import { type Command, type Given, required } from "../command.ts";
import { withOrganisation } from "../with-database.ts";

const ORGANISATION = { organisation: { type: "string" } } as const;
const NAMED = { ...ORGANISATION, name: { type: "string" } } as const;

/** Prints a new token once; only its hash is kept. The token stands alone on stdout, so that it can be piped. */
export const intakeToken: Command = {
  name: "intake-token",
  usage: "--organisation SLUG --name NAME [--source SOURCE]…",
  about: "Makes a token for POST /v1/contacts and prints it once.",
  options: { ...NAMED, source: { type: "string", multiple: true } },
  words: 0,
  run: (setting, given) => {
    const name = required(given, "name");
    return withOrganisation(setting, given, async ({ app, organisation }) => {
      const outcome = await createIntakeToken({ db: app, now: setting.now })({
        organisation,
        name,
        sources: sourcesOf(given),
      });
      if (outcome.code === "created") {
        setting.say(outcome.token);
        return 0;
      }
      setting.complain(`There is a token named "${name}" already. Choose another name; a revoked one keeps its own.`);
      return 1;
    });
  },
};

function sourcesOf({ options }: Given): readonly string[] {
  const sources = Array.isArray(options["source"]) ? options["source"].map(String) : [];
  return [...new Set(sources.map((source) => source.trim()).filter((source) => source !== ""))];
}

export const intakeTokenList: Command = {
  name: "intake-token list",
  usage: "--organisation SLUG",
  about: "Lists the tokens of an organisation, without the tokens themselves.",
  options: ORGANISATION,
  words: 0,
  run: (setting, given) =>
    withOrganisation(setting, given, async ({ app, organisation }) => {
      const tokens = await background(app, organisation, (tx) => listIntakeTokens(tx, organisation));
      for (const { name, sources, createdAt, revokedAt } of tokens) {
        const state = revokedAt ? `revoked ${revokedAt.toISOString()}` : "in use";
        setting.say(
          [
            name,
            state,
            `made ${createdAt.toISOString()}`,
            sources.length === 0 ? "any source" : sources.join(", "),
          ].join(" · "),
        );
      }
      if (tokens.length === 0) setting.say("No tokens.");
      return 0;
    }),
};

export const intakeTokenRevoke: Command = {
  name: "intake-token revoke",
  usage: "--organisation SLUG --name NAME",
  about: "Revokes a token: from then on it is answered with 403.",
  options: NAMED,
  words: 0,
  run: (setting, given) => {
    const name = required(given, "name");
    return withOrganisation(setting, given, async ({ app, organisation }) => {
      const revoked = await revokeToken({ db: app, now: setting.now })(organisation, name);
      if (revoked) setting.say(`Revoked "${name}".`);
      else setting.complain(`There is no token named "${name}" in use.`);
      return revoked ? 0 : 1;
    });
  },
};
