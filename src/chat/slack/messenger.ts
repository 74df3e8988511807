/** Slack's half of delivery (../messenger.ts). Every call ends as a Delivery; only `find` can throw. */
import type { WebClient } from "@slack/web-api";
import { slackMessage } from "../../../cards/render/slack.ts";
import type { Conversation, Delivery, Destination, Messenger } from "../messenger.ts";
import { channelFacts, rememberedBots } from "./channel-facts.ts";
import { failureOf } from "./failure.ts";
import { findCopy } from "./find-copy.ts";
import { reaches } from "./reaches.ts";

export type Bot = { readonly botId: string; readonly botUserId: string };

/** Opening a conversation posts nothing, so a failure of it is only a reason to wait. */
const OPEN_AGAIN_MS = 2_000;

/** One workspace a deployment: the token is its, so the tenant of a destination adds nothing. */
export function createMessenger(client: WebClient, { botId, botUserId }: Bot): Messenger {
  const isBot = rememberedBots(client, botUserId);
  return {
    chat: "slack",
    post: async (to, card, copyId) => {
      const channel = await channelFor(client, to);
      if (typeof channel !== "string") return channel;
      return delivered(channel, () =>
        client.chat.postMessage({ channel, ...slackMessage(card, copyId), unfurl_links: false, unfurl_media: false }),
      );
    },
    update: ({ conversation, message }, card, copyId) =>
      delivered(conversation.id, () =>
        client.chat.update({ channel: conversation.id, ts: message, ...slackMessage(card, copyId) }),
      ),
    find: async (to, copyId) => {
      const channel = await channelFor(client, to);
      if (typeof channel !== "string") return unfound(channel);
      const message = await findCopy(client, { channel, copyId, botId });
      return message === undefined ? undefined : { conversation: slackConversation(channel), message };
    },
    channelFacts: (_tenant, { id }) => channelFacts(client, id, isBot),
    reaches: ({ account }) => reaches(client, account),
  };
}

async function delivered(
  channel: string,
  call: () => Promise<{ readonly ts?: string; readonly channel?: string }>,
): Promise<Delivery> {
  try {
    const { ts, channel: used } = await call();
    if (ts === undefined) return { kind: "unknown", reason: "unreadable_answer" };
    return { kind: "posted", posted: { conversation: slackConversation(used ?? channel), message: ts } };
  } catch (error) {
    return failureOf(error);
  }
}

/** The id of a conversation, opened for a person who has none yet; or why there is none. */
async function channelFor(client: WebClient, to: Destination): Promise<string | Delivery> {
  if (to.kind === "channel") return to.conversation.id;
  if (to.conversation !== null) return to.conversation.id;
  try {
    const { channel } = await client.conversations.open({ users: to.account });
    return channel?.id ?? { kind: "busy", retryAfterMs: OPEN_AGAIN_MS };
  } catch (error) {
    const failure = failureOf(error);
    return failure.kind === "unknown" ? { kind: "busy", retryAfterMs: OPEN_AGAIN_MS } : failure;
  }
}

/** A person who cannot be reached has no copy; when Slack could not say, it is not known. */
function unfound(failure: Delivery): undefined {
  if (failure.kind !== "refused") throw new Error("slack-conversation-unreachable");
}

function slackConversation(id: string): Conversation {
  return { id, serviceUrl: null };
}
