/** A policy pack for one organisation: what it would change, putting it in force, and who is on duty for it. */
import { ROLE_WORDS } from "../../policy/arrangement/plain-words.ts";
import { counted } from "../../policy/arrangement/uk-words.ts";
import type { Pack } from "../../policy/packs/pack.ts";
import { adoptPack } from "../../usecases/packs/adopt-pack.ts";
import { chooseDutySenior } from "../../usecases/packs/choose-duty-senior.ts";
import type { PackRefusal } from "../../usecases/packs/put-in-force.ts";
import { simulatePack } from "../../usecases/packs/simulate-pack.ts";
import { type Command, type Exit, type Given, required, type Setting } from "../command.ts";
import { readPack } from "../read-pack.ts";
import { type AtWork, withOrganisation } from "../with-database.ts";
import { caseWords, noteWords, refusalWords } from "./policy-words.ts";

const ORGANISATION = { organisation: { type: "string" } } as const;

/** `register policy simulate FILE`: every live case by its reference, and what would be different. Nothing is written. */
export const policySimulate: Command = {
  name: "policy simulate",
  usage: "FILE --organisation SLUG",
  about: "Says what a policy pack would change for each live case. Changes nothing.",
  options: ORGANISATION,
  words: 1,
  run: (setting, given) =>
    withPack(setting, given, async ({ app, organisation, pack }) => {
      const { cases, refusals, notes } = await simulatePack({ db: app, now: setting.now })({
        organisation,
        pack,
      });
      const touched = cases.filter(({ changes }) => changes.length > 0).length;
      setting.say(
        `${pack.id} version ${pack.version}: ${counted(cases.length, "live case")}, ${touched} with a change.`,
      );
      for (const one of cases) setting.say(caseWords(one));
      for (const note of notes) setting.say(noteWords(note, pack));
      return complained(setting, pack, refusals);
    }),
};

/** `register policy adopt FILE`: puts it in force. Decisions before keep the version they were made by. */
export const policyAdopt: Command = {
  name: "policy adopt",
  usage: "FILE --organisation SLUG",
  about: "Puts a policy pack in force. What was decided keeps its version.",
  options: ORGANISATION,
  words: 1,
  run: (setting, given) =>
    withPack(setting, given, async ({ app, organisation, pack }) => {
      const outcome = await adoptPack({ db: app, now: setting.now })({ organisation, pack });
      switch (outcome.code) {
        case "refused":
          return complained(setting, pack, outcome.refusals);
        case "in-force-already":
          setting.say(`${pack.id} version ${pack.version} is in force already.`);
          return 0;
        case "adopted":
          setting.say(`${pack.id} version ${pack.version} is in force.`);
          if (outcome.moved.length > 0) setting.say(`Not sent, and now under it: ${outcome.moved.join(", ")}.`);
          for (const note of outcome.notes) setting.say(noteWords(note, pack));
          return 0;
      }
    }),
};

/** A pack that is wrong is said so before the database is opened. */
async function withPack(
  setting: Setting,
  given: Given,
  work: (at: AtWork & { readonly pack: Pack }) => Promise<Exit>,
): Promise<Exit> {
  required(given, "organisation");
  const pack = await readPack(given.words[0] ?? "", setting);
  return pack ? await withOrganisation(setting, given, async (at) => await work({ ...at, pack })) : 1;
}

function complained({ complain }: Setting, pack: Pack, refusals: readonly PackRefusal[]): Exit {
  for (const refusal of refusals) complain(refusalWords(refusal, pack));
  if (refusals.length > 0) complain("It is not put in force.");
  return refusals.length > 0 ? 1 : 0;
}

/** `register policy duty-senior EMAIL`: who is asked first on the short road. */
export const policyDutySenior: Command = {
  name: "policy duty-senior",
  usage: "EMAIL --organisation SLUG",
  about: "Names the senior who is asked first on the short road.",
  options: ORGANISATION,
  words: 1,
  run: (setting, given) =>
    withOrganisation(setting, given, async ({ app, organisation }) => {
      const email = given.words[0] ?? "";
      const outcome = await chooseDutySenior({ db: app, now: setting.now })({ organisation, email });
      switch (outcome.code) {
        case "chosen":
          setting.say(`${outcome.name} is asked first on the short road.`);
          return 0;
        case "not-on-staff":
          setting.complain("Nobody on the staff list has this email.");
          return 1;
        case "not-in-policy":
          setting.complain("The policy in force has no short road.");
          return 1;
        case "role-too-low":
          setting.complain(`Too low a role: the policy in force asks for ${ROLE_WORDS[outcome.needs]} or above.`);
          return 1;
      }
    }),
};
