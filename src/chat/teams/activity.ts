/** What is read of an activity. Everything else that Teams sends is left alone. */
import { z } from "zod";
import type { Account } from "../desk.ts";
import type { Conversation } from "../messenger.ts";
import { channelConversation } from "./channel-id.ts";

const Named = z.object({ id: z.string().min(1) });

/**
 * Only Teams' own: an activity of another channel of the Bot Service (web chat, Direct Line) carries a good token too,
 * and whatever person its sender likes.
 */
export const Activity = z.object({
  type: z.string(),
  channelId: z.literal("msteams"),
  serviceUrl: z.string(),
  from: z.object({ id: z.string(), aadObjectId: z.string().optional() }),
  recipient: Named.optional(),
  conversation: z.object({
    id: z.string().min(1),
    tenantId: z.string().optional(),
    conversationType: z.string().optional(),
  }),
  channelData: z
    .object({ tenant: Named.nullish(), team: Named.nullish(), channel: Named.nullish() })
    .nullish()
    .catch(undefined),
  text: z.string().nullish(),
  entities: z
    .array(z.object({ type: z.string(), text: z.string().optional(), mentioned: Named.optional() }))
    .nullish()
    .catch(undefined),
  value: z.unknown().optional(),
});
export type Activity = z.infer<typeof Activity>;

/** The tenants that an activity names: of the place, and of the person, which differ in a shared channel. */
export function tenantsOf({ conversation, channelData }: Activity): readonly string[] {
  const named = [conversation.tenantId, channelData?.tenant?.id];
  return [...new Set(named.filter((tenant) => tenant !== undefined && tenant !== ""))] as string[];
}

/** Who acted, in their own tenant. Teams leaves the object out for anonymous guests: nobody is linked to the empty one. */
export function accountOf({ from, conversation, channelData }: Activity): Account {
  const tenant = channelData?.tenant?.id ?? conversation.tenantId ?? "";
  return { chat: "teams", tenant, account: from.aadObjectId ?? "" };
}

/** Whether it happened in the person's own chat with the bot. */
export function isPersonal({ conversation }: Activity): boolean {
  return conversation.conversationType === "personal";
}

/** Where it happened, as the desk and the messenger call it: the channel, not the thread in it. */
export function placeOf({ conversation, channelData, serviceUrl }: Activity): Conversation {
  const thread = conversation.id.split(";")[0] ?? conversation.id;
  const channel = channelData?.channel?.id ?? thread;
  const team = channelData?.team?.id;
  return { id: team === undefined ? thread : channelConversation(channel, team), serviceUrl };
}

/** What was typed, without the mention of the bot and with Teams' hard spaces made soft. */
export function spoken({ text, entities, recipient }: Activity): string {
  const mentions = (entities ?? []).filter(
    ({ mentioned }) => mentioned !== undefined && mentioned.id === recipient?.id,
  );
  const bare = mentions.reduce((left, mention) => left.replace(mention.text ?? "", " "), text ?? "");
  return bare
    .replace(/^\s*<at>[^<]*<\/at>/, "")
    .replace(/&nbsp;|\u00A0/g, " ")
    .trim();
}
