/** Conversations and activities: creating, posting, updating, deleting. */
import { z } from "zod";
import type { Reply } from "../../answer.ts";
import type { Room } from "../../rooms.ts";
import { Activity, cardsOf } from "../cards.ts";
import type { Asked } from "../connector.ts";
import { bot, botMayWrite, directId, person, roomOf, type Tenant } from "../state.ts";
import { blocked, failure, notFound, notInRoster } from "./failure.ts";

const Created = z.looseObject({
  isGroup: z.boolean().optional(),
  members: z.array(z.looseObject({ id: z.string() })).optional(),
  tenantId: z.string().optional(),
  channelData: z
    .looseObject({
      channel: z.looseObject({ id: z.string() }).optional(),
      tenant: z.looseObject({ id: z.string() }).optional(),
    })
    .optional(),
  activity: z.unknown().optional(),
});

/** One-to-one with a person who has the bot, or a new thread in a channel. */
export function createConversation(tenant: Tenant, { body }: Asked): Reply {
  const asked = Created.safeParse(body);
  if (!asked.success) return failure(400, "BadSyntax", z.prettifyError(asked.error));
  const { channelData, tenantId, isGroup, members, activity } = asked.data;
  const channel = channelData?.channel?.id;
  if (isGroup === true && channel !== undefined) return createThread(tenant, channel, activity);

  const found = person(tenant.options, members?.[0]?.id ?? "");
  if ((tenantId ?? channelData?.tenant?.id) !== tenant.options.tenantId)
    return failure(403, "Forbidden", "Unknown tenant.");
  if (found === undefined) return failure(404, "NotFound", "Bot cannot find the member.");
  if (!tenant.installed.has(found.userId)) return blocked;
  return { status: 201, body: { id: directId(found) } };
}

function createThread(tenant: Tenant, channel: string, activity: unknown): Reply {
  const room = roomOf(tenant, channel);
  if (room === undefined) return notFound;
  const posted = post(tenant, room, { body: activity, call: "POST conversations", onlyFor: null });
  if (posted.status >= 300) return posted;
  const { id } = posted.body as { id: string };
  return { status: 201, body: { id: `${channel};messageid=${id}`, activityId: id } };
}

export function postActivity(tenant: Tenant, { params, query, body }: Asked): Reply {
  const room = roomOf(tenant, params["conversation"] ?? "");
  if (room === undefined) return notFound;
  const targeted = query["isTargetedActivity"] === "true" ? Activity.safeParse(body).data?.recipient?.id : undefined;
  return post(tenant, room, { body, call: "POST activities", onlyFor: targeted ?? null });
}

type Post = { readonly body: unknown; readonly call: string; readonly onlyFor: string | null };

function post(tenant: Tenant, room: Room, { body, call, onlyFor }: Post): Reply {
  const written = writtenIn(tenant, room, body);
  if ("status" in written) return written;
  // Typing and the like are taken and leave nothing behind.
  if (written.type !== "message") return { status: 202, body: { id: "" } };
  const from = bot(tenant.options);
  const message = tenant.rooms.post(call, {
    conversation: room.id,
    from,
    onlyFor,
    text: written.text,
    body: written.body,
  });
  return { status: 201, body: { id: message.id } };
}

/** What the bot may write there, or why not. */
function writtenIn(tenant: Tenant, room: Room, body: unknown) {
  if (!botMayWrite(tenant, room)) return room.kind === "direct" ? blocked : notInRoster;
  const activity = Activity.safeParse(body);
  if (!activity.success) return failure(400, "BadSyntax", z.prettifyError(activity.error));
  const found = cardsOf(activity.data);
  if ("fault" in found) return failure(400, "BadArgument", found.fault);
  const { type, text = "", summary = "" } = activity.data;
  if (type === "message" && text === "" && found.cards.length === 0)
    return failure(400, "BadSyntax", "Activity has no content.");
  return { type, text, body: { cards: found.cards, summary, personal: {} } };
}

export function putActivity(tenant: Tenant, { params, body }: Asked): Reply {
  const at = ownMessage(tenant, params);
  if ("status" in at) return at;
  const written = writtenIn(tenant, at.room, body);
  if ("status" in written) return written;
  tenant.rooms.edit(
    { conversation: at.room.id, id: at.id, call: "PUT activity" },
    { text: written.text, body: written.body },
  );
  return { status: 200, body: { id: at.id } };
}

export function removeActivity(tenant: Tenant, { params }: Asked): Reply {
  const at = ownMessage(tenant, params);
  if ("status" in at) return at;
  tenant.rooms.remove({ conversation: at.room.id, id: at.id, call: "DELETE activity" });
  return { status: 200, body: {} };
}

/** A message of the bot in a conversation it may write in. */
function ownMessage(tenant: Tenant, params: Asked["params"]): { room: Room; id: string } | Reply {
  const room = roomOf(tenant, params["conversation"] ?? "");
  if (room === undefined) return notFound;
  if (!botMayWrite(tenant, room)) return room.kind === "direct" ? blocked : notInRoster;
  const id = params["activity"] ?? "";
  const message = tenant.rooms.find(room.id, id);
  if (message === undefined) return failure(404, "ActivityNotFoundInConversation", "The activity was not found.");
  return message.from.bot ? { room, id } : failure(403, "Forbidden", "Only the author may change a message.");
}
