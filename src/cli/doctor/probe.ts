/** What the doctor and the channel command ask of a connected chat. Each answer is a fixed word, never a provider's text. */
import type { ChannelFacts, Conversation } from "../../chat/messenger.ts";

export type TokenState = "valid" | "refused" | "unreachable";
export type AccountState = "reachable" | "not-found" | "unreachable";

export type ChatProbe = {
  /** Whether the chat takes our credentials. */
  readonly token: () => Promise<TokenState>;
  /** As `Messenger.channelFacts`. */
  readonly channel: (tenant: string, channel: Conversation) => Promise<ChannelFacts>;
  /** Whether the chat knows the account, so that a direct message can arrive. */
  readonly account: (tenant: string, account: string) => Promise<AccountState>;
};
