/** Who stands in for whom, where nobody can do it in a chat. */
import { listOf, ukDate } from "../../policy/arrangement/uk-words.ts";
import type { DelegationRefusal } from "../../policy/staff/delegation.ts";
import { makeDelegation } from "../../usecases/delegate/make-delegation.ts";
import { type Command, type Given, Misused, required } from "../command.ts";
import { withOrganisation } from "../with-database.ts";

/** `register delegate`: both days are included. */
export const delegate: Command = {
  name: "delegate",
  usage: "--organisation SLUG --from EMAIL --to EMAIL --on DATE --until DATE",
  about: "Records who stands in for somebody who is away. Dates are like 2026-03-09.",
  options: {
    organisation: { type: "string" },
    from: { type: "string" },
    to: { type: "string" },
    on: { type: "string" },
    until: { type: "string" },
  },
  words: 0,
  run: (setting, given) => {
    const [from, to] = [required(given, "from"), required(given, "to")];
    const [startsOn, endsOn] = [dateOf(given, "on"), dateOf(given, "until")];
    return withOrganisation(setting, given, async ({ app, organisation }) => {
      const outcome = await makeDelegation({ db: app, now: setting.now })({
        organisation,
        actor: null,
        from,
        to,
        startsOn,
        endsOn,
      });
      switch (outcome.code) {
        case "made":
          setting.say(`${outcome.to} stands in for ${outcome.from} from ${ukDate(startsOn)} to ${ukDate(endsOn)}.`);
          return 0;
        case "not-on-staff":
          setting.complain(`Nobody on the staff list has the email given with --${outcome.who}.`);
          return 1;
        case "not-entitled":
          setting.complain("This is for whoever is away, and administrators.");
          return 1;
        case "refused":
          setting.complain(refusalWords(outcome.refusal, outcome.through));
          return 1;
      }
    });
  },
};

function refusalWords(refusal: DelegationRefusal, through: readonly string[]): string {
  switch (refusal.code) {
    case "to-oneself":
      return "Nobody stands in for themselves.";
    case "unknown-delegate":
      return "Whoever is given with --to has left.";
    case "ends-before-it-starts":
      return "The last day is before the first.";
    case "over-already":
      return "The last day is past.";
    case "overlaps":
      return `Somebody stands in already, from ${ukDate(refusal.other.startsOn)} to ${ukDate(refusal.other.endsOn)}.`;
    case "cycle":
      return `On ${ukDate(refusal.on)} nobody would decide: ${listOf(through)} would stand in for one another.`;
  }
}

/** @throws Misused when there is no such day. */
function dateOf(given: Given, option: string): string {
  const text = required(given, option);
  const at = new Date(`${text}T00:00:00Z`);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
  if (!isDay) throw new Misused(`--${option} is not a date like 2026-03-09`);
  return text;
}
