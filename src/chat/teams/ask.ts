/** Asks the desk. Whatever fails is caught here and nowhere else, and becomes words for the person. */
import type { Card, Option } from "../../../cards/model.ts";
import { NOTHING_CHANGED, told, UNCONFIRMED } from "../calm-cards.ts";
import type { Answer, Desk, PeopleSearch } from "../desk.ts";
import type { InFlight } from "../in-flight.ts";
import { errorName, type Log } from "../log.ts";
import { within } from "../wait.ts";
import { TOO_SLOW } from "./calm-cards.ts";

export type Counter = {
  readonly desk: Desk;
  /** When the person must have an answer, on the clock of `performance.now()`. */
  readonly until: number;
  readonly inFlight: InFlight;
  readonly log: Log;
};

/** `writes`: whether something may have been written by the time it fails. */
export type Question<Said = Answer> = { readonly run: (desk: Desk) => Promise<Said>; readonly writes: boolean };

/** Gives back the desk's answer, or what to tell the person instead. Never throws. */
export function ask(counter: Counter, question: Question): Promise<Answer> {
  return asking(counter, { ...question, instead: told });
}

/** Gives back who was found; nobody when it fails, for a list has no room for words. Never throws. */
export function askPeople(counter: Counter, search: PeopleSearch): Promise<readonly Option[]> {
  return asking(counter, { run: (desk) => desk.people(search), writes: false, instead: () => [] });
}

async function asking<Said>(
  { desk, until, inFlight, log }: Counter,
  { run, writes, instead }: Question<Said> & { readonly instead: (words: Card) => Said },
): Promise<Said> {
  try {
    const answering = inFlight.track(() => run(desk));
    const answer = await within(Math.max(0, until - performance.now()), answering);
    if (answer !== undefined) return answer;
    log.warn({}, "teams-desk-slow");
    return instead(writes ? UNCONFIRMED : TOO_SLOW);
  } catch (error) {
    log.error({ error: errorName(error) }, "teams-desk-failed");
    return instead(writes ? UNCONFIRMED : NOTHING_CHANGED);
  }
}

/** Stands in for the desk while it cannot be said whose tenant it is. */
export const CLOSED_DESK: Desk = {
  command: () => Promise.resolve(told(NOTHING_CHANGED)),
  shortcut: () => Promise.resolve(told(NOTHING_CHANGED)),
  home: () => Promise.resolve(told(NOTHING_CHANGED)),
  press: () => Promise.resolve(told(NOTHING_CHANGED)),
  submit: () => Promise.resolve(told(NOTHING_CHANGED)),
  people: () => Promise.resolve([]),
};
