/** Looks for a posted copy by the opaque id in its metadata: a post whose end was unknown is not repeated blindly. */
import { WebAPIPlatformError, type WebClient } from "@slack/web-api";
import { COPY_EVENT } from "../../../cards/render/slack.ts";
import { failureOf, slackError } from "./failure.ts";

/** Pages of the history, newest first. A copy is looked for minutes after it was posted, so it is near the top. */
const PAGES = 5;
const MESSAGES_A_PAGE = 200;

type Search = { readonly channel: string; readonly copyId: string; readonly botId: string };

/**
 * The time stamp of the bot's own message that carries the copy's id, or `undefined` when there is none.
 * Throws when Slack cannot be asked: "not found" would then lead to a second message.
 */
export async function findCopy(client: WebClient, search: Search): Promise<string | undefined> {
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const read = await readPage(client, search.channel, cursor);
    const found = read?.messages?.find((message) => carries(message, search));
    if (found?.ts !== undefined) return found.ts;
    cursor = read?.response_metadata?.next_cursor;
    if (!cursor) return undefined;
  }
  return undefined;
}

type Message = {
  readonly bot_id?: string;
  readonly metadata?: { readonly event_type?: string; readonly event_payload?: Readonly<Record<string, unknown>> };
};

/** Any app of the workspace can write metadata, so only the bot's own messages count. */
function carries({ bot_id, metadata }: Message, { copyId, botId }: Search): boolean {
  return bot_id === botId && metadata?.event_type === COPY_EVENT && metadata.event_payload?.["copy"] === copyId;
}

/** A page, or `undefined` where the bot is no more: nothing can be posted there either. */
async function readPage(client: WebClient, channel: string, cursor: string | undefined) {
  try {
    const cursors = cursor === undefined ? {} : { cursor };
    return await client.conversations.history({
      channel,
      include_all_metadata: true,
      limit: MESSAGES_A_PAGE,
      ...cursors,
    });
  } catch (error) {
    const failure = failureOf(error);
    if (error instanceof WebAPIPlatformError && failure.kind === "refused" && failure.reason === "not_in_channel") {
      return undefined;
    }
    throw new Error(`slack-history-unreadable: ${slackError(error)}`, { cause: error });
  }
}
