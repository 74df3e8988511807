/** Writing in conversations: opening a person's, posting, changing. */
import { z } from "zod";
import type { Card } from "../../../cards/model.ts";
import { teamsCard } from "../../../cards/render/teams.ts";
import type { Conversation } from "../messenger.ts";
import { addressOf } from "./channel-id.ts";
import type { Connector } from "./connector.ts";
import { type Failure, notSent, refused } from "./failure.ts";

export const ADAPTIVE = "application/vnd.microsoft.card.adaptive";

export type Person = { readonly tenant: string; readonly account: string };
/** A message's id, or how the call ended. */
export type Written = { readonly kind: "written"; readonly id: string } | Failure;

const Identified = z.object({ id: z.string().min(1) });

/** A message that holds a card. What a locked screen shows is the notification. */
export function messageOf(card: Card): Readonly<Record<string, unknown>> {
  const attachments = [{ contentType: ADAPTIVE, content: teamsCard(card) }];
  return { type: "message", summary: card.notification, attachments };
}

export async function postMessage(
  connector: Connector,
  { id, serviceUrl }: Conversation,
  body: unknown,
): Promise<Written> {
  if (serviceUrl === null) return refused("service_address_unknown");
  return written(await connector({ method: "POST", serviceUrl, path: activities(id), body }));
}

/** Shows a message in a channel to one of the people in it, who is named as its recipient. */
export async function postTargeted(
  connector: Connector,
  { id, serviceUrl }: Conversation,
  body: Readonly<Record<string, unknown>>,
): Promise<Written> {
  if (serviceUrl === null) return refused("service_address_unknown");
  const path = `${activities(id)}?isTargetedActivity=true`;
  return written(await connector({ method: "POST", serviceUrl, path, body }));
}

export async function putMessage(
  connector: Connector,
  { id, serviceUrl }: Conversation,
  { message, body }: { readonly message: string; readonly body: Readonly<Record<string, unknown>> },
): Promise<Written> {
  if (serviceUrl === null) return refused("service_address_unknown");
  const path = `${activities(id)}/${encodeURIComponent(message)}`;
  const reply = await connector({ method: "PUT", serviceUrl, path, body: { ...body, id: message } });
  // Some regions answer an update with nothing.
  return reply.kind === "answered" ? { kind: "written", id: message } : reply;
}

/** The conversation of a person with the bot. Opening it posts nothing, so a failure of it is a reason to wait. */
export async function openConversation(
  connector: Connector,
  { tenant, account }: Person,
  { serviceUrl, botId }: { readonly serviceUrl: string; readonly botId: string },
): Promise<Conversation | Failure> {
  const body = {
    isGroup: false,
    bot: { id: botId },
    members: [{ id: account }],
    tenantId: tenant,
    channelData: { tenant: { id: tenant } },
  };
  const opened = written(await connector({ method: "POST", serviceUrl, path: "/v3/conversations", body }));
  switch (opened.kind) {
    case "written":
      return { id: opened.id, serviceUrl };
    case "busy":
      return opened;
    case "unknown":
      return notSent;
    case "refused":
      return ["message_invalid", "refused_by_teams"].includes(opened.reason) ? refused("person_not_found") : opened;
  }
}

function written(reply: Awaited<ReturnType<Connector>>): Written {
  if (reply.kind !== "answered") return reply;
  const id = Identified.safeParse(reply.body).data?.id;
  return id === undefined ? { kind: "unknown", reason: "unreadable_answer" } : { kind: "written", id };
}

function activities(conversation: string): string {
  return `/v3/conversations/${encodeURIComponent(addressOf(conversation))}/activities`;
}
