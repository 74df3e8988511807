/** Who is in a conversation, and what a team is. */
import type { Reply } from "../../answer.ts";
import type { Room } from "../../rooms.ts";
import type { Asked } from "../connector.ts";
import {
  botMayWrite,
  person,
  roomOf,
  type TeamsChannel,
  type TeamsOptions,
  type TeamsPerson,
  type Tenant,
  teamId,
} from "../state.ts";
import { failure, notFound, notInRoster } from "./failure.ts";

export function allMembers(tenant: Tenant, asked: Asked): Reply {
  return withRoom(tenant, asked, (room) => ({ status: 200, body: membersOf(tenant, room) }));
}

/** At most 500 a page; the token is opaque to the bot. */
export function pagedMembers(tenant: Tenant, asked: Asked): Reply {
  return withRoom(tenant, asked, (room) => {
    const size = Math.min(500, Math.max(1, Number(asked.query["pageSize"] ?? 200)));
    const token = asked.query["continuationToken"];
    const start = typeof token === "string" ? Number(Buffer.from(token, "base64").toString()) : 0;
    const all = membersOf(tenant, room);
    const next =
      start + size < all.length ? { continuationToken: Buffer.from(String(start + size)).toString("base64") } : {};
    return { status: 200, body: { members: all.slice(start, start + size), ...next } };
  });
}

export function oneMember(tenant: Tenant, asked: Asked): Reply {
  return withRoom(tenant, asked, (room) => {
    const found = person(tenant.options, asked.params["member"] ?? "");
    if (found === undefined || !room.members.includes(found.userId)) {
      return failure(404, "MemberNotFoundInConversation", "The member was not found.");
    }
    return { status: 200, body: memberShape(tenant.options, found) };
  });
}

function withRoom(tenant: Tenant, { params }: Asked, run: (room: Room) => Reply): Reply {
  const room = roomOf(tenant, params["conversation"] ?? "");
  if (room === undefined) return notFound;
  return botMayWrite(tenant, room) ? run(room) : notInRoster;
}

function membersOf({ options }: Tenant, room: Room) {
  return room.members.flatMap((id) => {
    const found = person(options, id);
    return found === undefined ? [] : [memberShape(options, found)];
  });
}

function memberShape(options: TeamsOptions, { userId, aadObjectId, name, email, tenantId }: TeamsPerson) {
  const [givenName = name, ...rest] = name.split(" ");
  return {
    id: userId,
    objectId: aadObjectId,
    aadObjectId,
    name,
    givenName,
    surname: rest.join(" "),
    ...(email !== undefined && { email, userPrincipalName: email }),
    tenantId: tenantId ?? options.tenantId,
    userRole: "user",
  };
}

export function team(tenant: Tenant, { params }: Asked): Reply {
  const channels = channelsOf(tenant, params["team"] ?? "");
  const [first] = channels;
  if (first === undefined) return failure(404, "NotFound", "The team was not found.");
  return channels.some((channel) => tenant.rooms.room(channel.id)?.botIn === true)
    ? {
        status: 200,
        body: { id: teamId(first), name: first.teamName, type: "standard", channelCount: channels.length },
      }
    : notInRoster;
}

export function teamChannels(tenant: Tenant, asked: Asked): Reply {
  const found = team(tenant, asked);
  if (found.status !== 200) return found;
  const conversations = channelsOf(tenant, asked.params["team"] ?? "").map((channel) => ({
    id: channel.id,
    name: channel.name,
    type: channelType(channel),
  }));
  return { status: 200, body: { conversations } };
}

function channelsOf({ options }: Tenant, id: string): TeamsChannel[] {
  return options.channels.filter((channel) => teamId(channel) === id);
}

export function channelType({ private: hidden, shared = false }: TeamsChannel): "standard" | "private" | "shared" {
  if (shared) return "shared";
  return hidden ? "private" : "standard";
}
