/** The connector's own way to say no. */
import type { Reply } from "../../answer.ts";

export const failure = (status: number, code: string, message: string): Reply => ({
  status,
  body: { error: { code, message } },
});

export const notFound = failure(404, "ConversationNotFound", "Conversation not found.");
export const notInRoster = failure(
  403,
  "BotNotInConversationRoster",
  "The bot is not part of the conversation roster.",
);
export const blocked = failure(
  403,
  "MessageWritesBlocked",
  "Message write is blocked: the bot was uninstalled or blocked.",
);
