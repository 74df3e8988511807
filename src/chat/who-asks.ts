/** Who it is that types, presses or sends, as the register knows them at this moment. */
import type { Actor } from "../usecases/context.ts";
import type { Identity } from "../usecases/identify.ts";
import type { Account, Answer } from "./desk.ts";
import { refused } from "./handlers/handler.ts";
import { UNAVAILABLE } from "./outage-words.ts";

export type Identify = (account: Account) => Promise<Identity>;

/** Milliseconds to wait for the register to say who it is. */
const WAIT_FOR_NAME = 700;

/** What the register says of the account; nothing when it does not say it in time. */
export async function whoAsks(identify: Identify, from: Account): Promise<Identity | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((done) => {
    timer = setTimeout(() => done(undefined), WAIT_FOR_NAME);
  });
  try {
    return await Promise.race([identify(from), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The answer to an officer; anybody else, and whoever the register is too slow to know, is told that instead. */
export async function asOfficer(
  identify: Identify,
  from: Account,
  answer: (actor: Actor) => Promise<Answer>,
): Promise<Answer> {
  const identity = await whoAsks(identify, from);
  if (identity === undefined) return UNAVAILABLE;
  return identity.code === "officer" ? await answer(identity.actor) : notAnOfficer(identity, from);
}

/** Why this account can do nothing here, and what to do about it. */
export function notAnOfficer(identity: Exclude<Identity, { readonly code: "officer" }>, { chat }: Account): Answer {
  switch (identity.code) {
    case "unlinked":
      return refused({
        code: "unlinked-account",
        chat: chat === "slack" ? "Slack" : "Teams",
        accountId: identity.account,
        administrators: identity.administrators,
      });
    case "gone":
      return refused({ code: "no-role", needs: ["people who work here now"], ask: [] });
    case "foreign":
      return refused({ code: "unknown-organisation" });
  }
}
