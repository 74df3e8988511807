/** Where people can be written to, without writing down at each word of theirs what is written down already. */
import type { Account } from "./desk.ts";
import type { Conversation } from "./messenger.ts";

/** Milliseconds. What is known of an account may be lost: it is taken from somebody and given back. */
const WRITE_AGAIN_AFTER = 60_000;

/**
 * Calls `write` for a conversation that is new here or has changed, and once in a while for one that is as it was: nearly
 * every activity comes from where the last one came from. What `write` answers false to was not written.
 */
export function writtenConversations(write: (account: Account, at: Conversation) => Promise<boolean>) {
  const written = new Map<string, { readonly place: string; readonly since: number }>();
  return async (account: Account, at: Conversation): Promise<void> => {
    const key = JSON.stringify([account.chat, account.tenant, account.account]);
    const place = JSON.stringify([at.id, at.serviceUrl]);
    const last = written.get(key);
    const since = performance.now();
    if (last?.place === place && since - last.since < WRITE_AGAIN_AFTER) return;
    if (await write(account, at)) written.set(key, { place, since });
  };
}
