/** Activities as Teams sends them (PLATFORM.md 2). */
import { randomUUID } from "node:crypto";
import type { Room } from "../rooms.ts";
import { channelType } from "./connector/rosters.ts";
import { bot, channelOf, type TeamsPerson, type Tenant, teamId } from "./state.ts";

/** Who does it, and where; `thread` is the message at the head of a channel's thread. */
export type Scene = { readonly who: TeamsPerson; readonly room: Room; readonly thread?: string | undefined };

/** The part that all activities share. */
export function activityFrom(tenant: Tenant, { who, room, thread }: Scene) {
  const { options } = tenant;
  const { id, name } = bot(options);
  const now = new Date().toISOString();
  return {
    id: randomUUID(),
    timestamp: now,
    localTimestamp: now,
    localTimezone: "Europe/London",
    locale: "en-GB",
    channelId: "msteams",
    serviceUrl: options.address(),
    from: { id: who.userId, name: who.name, aadObjectId: who.aadObjectId },
    recipient: { id, name },
    conversation: conversationOf(tenant, room, thread),
    entities: [{ type: "clientInfo", locale: "en-GB", country: "GB", platform: "Web", timezone: "Europe/London" }],
    channelData: { ...placeOf(tenant, room), tenant: { id: who.tenantId ?? options.tenantId } },
  };
}

function conversationOf({ options }: Tenant, room: Room, thread: string | undefined) {
  const id = thread === undefined ? room.id : `${room.id};messageid=${thread}`;
  const shared = { id, tenantId: options.tenantId };
  return room.kind === "direct"
    ? { ...shared, conversationType: "personal" }
    : { ...shared, conversationType: "channel", isGroup: true, name: room.name };
}

function placeOf(tenant: Tenant, room: Room) {
  const channel = channelOf(tenant, room.id);
  if (channel === undefined) return {};
  return {
    teamsChannelId: channel.id,
    teamsTeamId: teamId(channel),
    channel: { id: channel.id, name: channel.name, type: channelType(channel) },
    team: { id: teamId(channel), name: channel.teamName },
  };
}
