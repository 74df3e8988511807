/** Answers that only the person may see, wherever they asked: a reply in a channel would be public (PLATFORM 2.1). */
import type { Card } from "../../../cards/model.ts";
import type { Log } from "../log.ts";
import type { Conversation } from "../messenger.ts";
import { type Activity, accountOf, isPersonal, placeOf } from "./activity.ts";
import { NO_CHAT } from "./calm-cards.ts";
import type { Connector } from "./connector.ts";
import { messageOf, openConversation, postMessage, postTargeted, type Written } from "./conversations.ts";
import { codeOf, type Failure } from "./failure.ts";

export type Voice = { readonly connector: Connector; readonly botId: string; readonly log: Log };

/** Posts in the person's own chat with the bot; when there is none, says so in the channel, to them alone. */
export function createWhisper({ connector, botId, log }: Voice, activity: Activity): (card: Card) => Promise<void> {
  return async (card) => {
    const chat = await chatOf(connector, activity, botId);
    const end =
      "kind" in chat
        ? await withoutChat(connector, activity, chat)
        : await postMessage(connector, chat, messageOf(card));
    if (end.kind !== "written") log.warn({ reason: codeOf(end) }, "teams-person-not-told");
  };
}

function chatOf(connector: Connector, activity: Activity, botId: string): Promise<Conversation | Failure> {
  if (isPersonal(activity)) return Promise.resolve(placeOf(activity));
  return openConversation(connector, accountOf(activity), { serviceUrl: activity.serviceUrl, botId });
}

function withoutChat(connector: Connector, activity: Activity, failure: Failure): Promise<Written> {
  if (failure.kind !== "refused") return Promise.resolve(failure);
  const recipient = { id: activity.from.id };
  return postTargeted(connector, placeOf(activity), { ...messageOf(NO_CHAT), recipient });
}
