/** Somebody has left: to whoever has their open work now, and to the register team where an arrangement names them. */
import { counted } from "../src/policy/arrangement/uk-words.ts";
import { line, list, note } from "./blocks.ts";
import type { Card } from "./model.ts";

/** References of each kind. */
export type WorkHandedFacts = {
  readonly leaver: string;
  /** The notice to the register team. */
  readonly team: boolean;
  readonly reports: readonly string[];
  readonly advice: readonly string[];
  readonly letters: readonly string[];
  readonly proposals: readonly string[];
  readonly arrangements: readonly string[];
};

export function workHanded(facts: WorkHandedFacts): Card {
  return facts.team ? toTheTeam(facts) : toTheHeir(facts);
}

function toTheHeir({ leaver, reports, advice, letters, proposals }: WorkHandedFacts): Card {
  return {
    title: `Open work of ${leaver} is yours now`,
    notification: "Open work of a colleague is yours now.",
    body: [
      line(`${leaver} has left. You have this now:`),
      list([
        ...item(reports, "report", "to look at"),
        ...item(advice, "customer", "to talk or write to, report"),
        ...item(letters, "letter", "to send, about"),
        ...item(proposals, "proposal", "to see through"),
      ]),
      note("Each has a card of its own, or stands in your list: type /contact-register my-work."),
    ],
    buttons: [],
  };
}

function toTheTeam({ leaver, arrangements }: WorkHandedFacts): Card {
  return {
    title: "A named officer has left",
    notification: "A named officer has left: open to see what to confirm.",
    body: [
      line(
        `${leaver} has left. They answer or read for the customer in ${counted(arrangements.length, "arrangement")}:`,
      ),
      list(arrangements),
      line(
        "A deputy takes over at once where one is named. Confirm who answers from now on, and tell the customer in writing.",
      ),
    ],
    buttons: [],
  };
}

/** "2 reports to look at: R-2031, R-2044"; the list is cut where a card ends. */
function item(refs: readonly string[], noun: string, what: string): readonly string[] {
  if (refs.length === 0) return [];
  const shown = refs.slice(0, MOST).join(", ");
  return [`${counted(refs.length, noun)} ${what}: ${shown}${refs.length > MOST ? " and others" : ""}`];
}

/** References that read well in one line. */
const MOST = 20;
