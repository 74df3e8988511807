/** Whether a person can be written to, without writing to them. */
import type { AccountState, Conversation } from "../messenger.ts";
import { addressOf } from "./channel-id.ts";
import type { Connector } from "./connector.ts";
import { openConversation, type Person } from "./conversations.ts";
import type { Failure } from "./failure.ts";

export type Reached = Person & { readonly conversation: Conversation | null };

/** Refusals that say nothing of the person: the bot itself is not let in. */
const OURS = ["token_invalid", "app_disabled", "service_address_not_allowed"];

/**
 * Asks the chat with the person who is in it; without one, opens it, which shows them nothing.
 * `not-found` also for somebody who does not have the app.
 */
export async function reaches(
  connector: Connector,
  { conversation, ...person }: Reached,
  home: { readonly serviceUrl: string | undefined; readonly botId: string },
): Promise<AccountState> {
  if (conversation !== null && conversation.serviceUrl !== null) {
    const path = `/v3/conversations/${encodeURIComponent(addressOf(conversation.id))}/members/${encodeURIComponent(person.account)}`;
    const reply = await connector({ method: "GET", serviceUrl: conversation.serviceUrl, path });
    return reply.kind === "answered" ? "reachable" : stateOf(reply);
  }
  const { serviceUrl, botId } = home;
  if (serviceUrl === undefined) return "unreachable";
  const opened = await openConversation(connector, person, { serviceUrl, botId });
  return "kind" in opened ? stateOf(opened) : "reachable";
}

function stateOf(failure: Failure): AccountState {
  return failure.kind === "refused" && !OURS.includes(failure.reason) ? "not-found" : "unreachable";
}
