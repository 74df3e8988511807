/** To the register team: somebody whom arrangements name is away, and who stands in, or that nobody does (CASEWORK section 5). */
import { counted } from "../src/policy/arrangement/uk-words.ts";
import { line, list, note } from "./blocks.ts";
import type { Card } from "./model.ts";

export type NamedAwayFacts = {
  readonly officer: string;
  readonly left: boolean;
  /** Null: nobody. */
  readonly standIn: string | null;
  /** References. */
  readonly arrangements: readonly string[];
};

export function namedAway(facts: NamedAwayFacts): Card {
  return facts.standIn === null ? nobody(facts) : somebody(facts, facts.standIn);
}

function somebody({ officer, left, arrangements }: NamedAwayFacts, standIn: string): Card {
  return {
    title: left ? "Somebody else stands in for a named officer" : "A named officer is away",
    notification: "Somebody stands in for a named officer: open to see what to confirm.",
    body: [
      line(
        `${officer} ${left ? "has left" : "is away"}. ${standIn} takes over for the customer in ${counted(arrangements.length, "arrangement")}:`,
      ),
      list(arrangements),
      line("Confirm that this is right, and tell the customer in writing."),
    ],
    buttons: [],
  };
}

function nobody({ officer, left, arrangements }: NamedAwayFacts): Card {
  return {
    title: "Nobody stands in for a named officer",
    notification: "Nobody stands in for a named officer: open to see what to do.",
    body: [
      line(
        `${officer} ${left ? "has left" : "is away"}. They answer or read for the customer in ${counted(arrangements.length, "arrangement")}:`,
      ),
      list(arrangements),
      line({ strong: "Until somebody is named, officers are told to pass contact to the register team." }),
      line(NAME_SOMEBODY),
      note("You are told every working day until somebody is named."),
    ],
    buttons: [],
  };
}

/** An administrator does it for others; a deputy of the decision goes before one of the staff list. */
export const NAME_SOMEBODY =
  "Ask an administrator to name a deputy: /contact-register staff. Where the decision names a deputy who is away too, it takes a new decision.";
