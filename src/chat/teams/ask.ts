/** Asks the desk. Whatever fails is caught here and nowhere else, and becomes words for the person. */
import { NOTHING_CHANGED, told, UNCONFIRMED } from "../calm-cards.ts";
import type { Answer, Desk } from "../desk.ts";
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
export type Question = { readonly run: (desk: Desk) => Promise<Answer>; readonly writes: boolean };

/** Gives back the desk's answer, or what to tell the person instead. Never throws. */
export async function ask({ desk, until, inFlight, log }: Counter, { run, writes }: Question): Promise<Answer> {
  try {
    const answering = inFlight.track(() => run(desk));
    const answer = await within(Math.max(0, until - performance.now()), answering);
    if (answer !== undefined) return answer;
    log.warn({}, "teams-desk-slow");
    return told(writes ? UNCONFIRMED : TOO_SLOW);
  } catch (error) {
    log.error({ error: errorName(error) }, "teams-desk-failed");
    return told(writes ? UNCONFIRMED : NOTHING_CHANGED);
  }
}

/** Stands in for the desk while it cannot be said whose tenant it is. */
export const CLOSED_DESK: Desk = {
  command: () => Promise.resolve(told(NOTHING_CHANGED)),
  shortcut: () => Promise.resolve(told(NOTHING_CHANGED)),
  home: () => Promise.resolve(told(NOTHING_CHANGED)),
  press: () => Promise.resolve(told(NOTHING_CHANGED)),
  submit: () => Promise.resolve(told(NOTHING_CHANGED)),
};
