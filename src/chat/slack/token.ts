/** Whether the bot's token works and belongs to the bot that is configured, for `doctor`. */
import { WebAPIPlatformError, type WebClient } from "@slack/web-api";
import { failureOf } from "./failure.ts";
import type { Bot } from "./messenger.ts";

export type TokenCheck = "valid" | "invalid" | "unreachable";

/** Asks Slack. `invalid` also when the token is another bot's: its clicks and copies would not be recognised. */
export async function checkToken(client: WebClient, bot: Bot): Promise<TokenCheck> {
  try {
    const { bot_id, user_id } = await client.auth.test();
    return bot_id === bot.botId && user_id === bot.botUserId ? "valid" : "invalid";
  } catch (error) {
    return error instanceof WebAPIPlatformError && failureOf(error).kind === "refused" ? "invalid" : "unreachable";
  }
}
