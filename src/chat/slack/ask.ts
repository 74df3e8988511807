/** Asks the desk. Whatever fails is caught here and nowhere else, and becomes words for the person. */
import type { Card, Option } from "../../../cards/model.ts";
import { NOTHING_CHANGED, told } from "../calm-cards.ts";
import type { Account, Answer, Desk, PeopleSearch } from "../desk.ts";
import { errorName, type Log } from "../log.ts";
import { within } from "../wait.ts";
import { NOT_CONNECTED } from "./calm-cards.ts";

export type Counter = {
  readonly desk: Desk;
  /** Whether a workspace belongs to an organisation of this deployment. */
  readonly tenantAllowed: (team: string) => Promise<boolean>;
  readonly log: Log;
};

/** `failed`: what to say when the desk breaks: may something have been written by then? */
type Question<Said> = { readonly run: (desk: Desk) => Promise<Said>; readonly failed: Card };

/** The desk promises 2.5 s; a window that waits must end all the same. */
const GIVE_UP_MS = 15_000;

/** Gives back the desk's answer to somebody of a workspace of ours, or what to tell them instead. Never throws. */
export function ask(counter: Counter, from: Account, question: Question<Answer>): Promise<Answer> {
  return asking(counter, from, { ...question, instead: told });
}

/** Gives back who was found; nobody when it fails, for a list has no room for words. Never throws. */
export function askPeople(counter: Counter, search: PeopleSearch): Promise<readonly Option[]> {
  const run = (desk: Desk) => desk.people(search);
  return asking(counter, search.from, { run, failed: NOTHING_CHANGED, instead: () => [] });
}

async function asking<Said>(
  { desk, tenantAllowed, log }: Counter,
  from: Account,
  { run, failed, instead }: Question<Said> & { readonly instead: (words: Card) => Said },
): Promise<Said> {
  try {
    const allowed = await within(GIVE_UP_MS, tenantAllowed(from.tenant));
    if (allowed !== true) return instead(allowed === false ? NOT_CONNECTED : NOTHING_CHANGED);
  } catch (error) {
    log.error({ error: errorName(error) }, "slack-tenant-check-failed");
    return instead(NOTHING_CHANGED);
  }
  try {
    return (await within(GIVE_UP_MS, run(desk))) ?? instead(failed);
  } catch (error) {
    log.error({ error: errorName(error) }, "slack-desk-failed");
    return instead(failed);
  }
}
