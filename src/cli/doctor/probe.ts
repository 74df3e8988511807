/** What the doctor and the channel command ask of a connected chat. Each answer is a fixed word, never a provider's text. */
import type { AccountState, ChannelFacts, Conversation, Messenger } from "../../chat/messenger.ts";

export type TokenState = "valid" | "refused" | "unreachable";

export type ChatProbe = {
  /** Whether the chat takes our credentials. */
  readonly token: () => Promise<TokenState>;
  /** As `Messenger.channelFacts`. */
  readonly channel: (tenant: string, channel: Conversation) => Promise<ChannelFacts>;
  /** As `Messenger.reaches`; `conversation` is the direct one, where it was opened before. */
  readonly account: (tenant: string, account: string, conversation?: Conversation | null) => Promise<AccountState>;
};

type Lines = {
  readonly messenger: Messenger;
  readonly checkToken: () => Promise<"valid" | "invalid" | "unreachable">;
};

/** Asks a chat through its adapter. */
export function probeOf({ messenger, checkToken }: Lines): ChatProbe {
  return {
    token: async () => {
      const checked = await checkToken();
      return checked === "invalid" ? "refused" : checked;
    },
    channel: (tenant, channel) => messenger.channelFacts(tenant, channel),
    account: (tenant, account, conversation = null) => messenger.reaches({ tenant, account, conversation }),
  };
}
