/** conversations.*: what a channel is, who is in it, what was said. */
import { z } from "zod";
import type { Room } from "../../rooms.ts";
import { channelOf, directId, person, type Workspace } from "../state.ts";
import { flag, messageShape } from "./message-shape.ts";
import { isRefusal, type Method, method, refused, visible } from "./method.ts";

const open = method(z.object({ users: z.string(), return_im: flag.optional() }), (workspace, { users }) => {
  const found = person(workspace.options, users);
  if (found === undefined) return refused("user_not_found");
  if (found.deactivated === true) return refused("user_disabled");
  return { ok: true, channel: { id: directId(users) } };
});

const info = method(z.object({ channel: z.string(), include_num_members: flag.optional() }), (workspace, args) => {
  const room = visible(workspace, args.channel);
  if (isRefusal(room)) return room;
  const count = args.include_num_members === true ? { num_members: membersOf(workspace, room).length } : {};
  return { ok: true, channel: { ...channelShape(workspace, room), ...count } };
});

function channelShape(workspace: Workspace, room: Room) {
  if (room.kind === "direct") return { id: room.id, is_im: true, user: room.members[0], is_archived: false };
  const { external = false, archived = false } = channelOf(workspace, room.id) ?? {};
  return {
    id: room.id,
    name: room.name,
    is_channel: !room.private,
    is_group: room.private,
    is_im: false,
    is_mpim: false,
    is_private: room.private,
    is_archived: archived,
    is_general: false,
    is_member: room.botIn,
    is_shared: external,
    is_ext_shared: external,
    is_org_shared: false,
    is_pending_ext_shared: false,
    context_team_id: workspace.options.teamId,
    shared_team_ids: [workspace.options.teamId],
  };
}

const page = { cursor: z.string().optional(), limit: z.coerce.number().int().min(1).max(999).default(100) };

const members = method(z.object({ channel: z.string(), ...page }), (workspace, { channel, cursor, limit }) => {
  const room = visible(workspace, channel);
  if (isRefusal(room)) return room;
  const { items, next } = paged(membersOf(workspace, room), { cursor, limit });
  return { ok: true, members: items, response_metadata: { next_cursor: next } };
});

function membersOf({ options }: Workspace, room: Room): string[] {
  return room.botIn ? [...room.members, options.botUserId] : [...room.members];
}

const History = z.object({
  channel: z.string(),
  include_all_metadata: flag.optional(),
  oldest: z.coerce.number().default(0),
  latest: z.coerce.number().default(Number.POSITIVE_INFINITY),
  inclusive: flag.optional(),
  ...page,
});
const history = method(History, (workspace, args) => {
  const room = visible(workspace, args.channel);
  if (isRefusal(room)) return room;
  if (!room.botIn) return refused("not_in_channel");
  const inside = (ts: number) =>
    args.inclusive === true ? ts >= args.oldest && ts <= args.latest : ts > args.oldest && ts < args.latest;
  const newestFirst = workspace.rooms
    .all(room.id)
    .filter((one) => one.onlyFor === null && inside(Number(one.id)))
    .toReversed();
  const { items, next } = paged(newestFirst, args);
  const messages = items.map((message) => ({
    ...messageShape(workspace.options, message),
    ...(args.include_all_metadata === true &&
      message.body.metadata !== undefined && { metadata: message.body.metadata }),
  }));
  return { ok: true, messages, has_more: next !== "", response_metadata: { next_cursor: next } };
});

function paged<T>(all: readonly T[], { cursor, limit }: { cursor?: string | undefined; limit: number }) {
  const start = cursor === undefined || cursor === "" ? 0 : Number(Buffer.from(cursor, "base64").toString());
  const end = start + limit;
  return { items: all.slice(start, end), next: end < all.length ? Buffer.from(String(end)).toString("base64") : "" };
}

export const conversations: Readonly<Record<string, Method>> = {
  "conversations.open": open,
  "conversations.info": info,
  "conversations.members": members,
  "conversations.history": history,
};
