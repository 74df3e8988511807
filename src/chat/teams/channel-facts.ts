/** What a channel is and who is in it, read anew at each call (DESIGN decision 8). */
import { z } from "zod";
import type { ChannelFacts, Conversation } from "../messenger.ts";
import { addressOf, teamOf } from "./channel-id.ts";
import type { Connector, Reply } from "./connector.ts";
import type { Failure } from "./failure.ts";

const Member = z.object({
  id: z.string(),
  aadObjectId: z.string().optional(),
  objectId: z.string().optional(),
  tenantId: z.string().optional(),
});
type Member = z.infer<typeof Member>;
const Page = z.object({ members: z.array(Member), continuationToken: z.string().nullish() });
const Team = z.object({ conversations: z.array(z.object({ id: z.string(), type: z.string().nullish() })) });

/** As many as Teams gives at once. A channel of more people than a few pages hold is unusable anyway. */
const MEMBERS_A_PAGE = 500;
const PAGES = 4;

/** Asks about a path of one place. */
type Get = (path: string) => Promise<Reply>;

/** Gives back what Teams says; a channel that its team does not list as private is not private. */
export async function channelFacts(
  connector: Connector,
  tenant: string,
  { id, serviceUrl }: Conversation,
): Promise<ChannelFacts> {
  if (serviceUrl === null) return { kind: "unreachable" };
  const get: Get = (path) => connector({ method: "GET", serviceUrl, path });
  const members = await allMembers(get, addressOf(id));
  if ("kind" in members) return away(members);
  const type = await channelType(get, id);
  if (typeof type === "object") return { kind: "unreachable" };
  return {
    kind: "seen",
    private: type === "private",
    sharedOutside: type === "shared" || members.some(({ tenantId = tenant }) => tenantId !== tenant),
    // Somebody without an object of the tenant is linked to no officer under any id.
    members: members.map(({ aadObjectId, objectId, id: teamsId }) => aadObjectId ?? objectId ?? teamsId),
  };
}

async function allMembers(get: Get, channel: string): Promise<readonly Member[] | Failure> {
  const members: Member[] = [];
  let token = "";
  for (let page = 0; page < PAGES; page += 1) {
    const query = new URLSearchParams({ pageSize: String(MEMBERS_A_PAGE), ...(token && { continuationToken: token }) });
    const reply = await get(`/v3/conversations/${encodeURIComponent(channel)}/pagedmembers?${query.toString()}`);
    if (reply.kind !== "answered") return reply;
    const read = Page.safeParse(reply.body).data;
    if (read === undefined) return { kind: "unknown", reason: "unreadable_answer" };
    members.push(...read.members);
    token = read.continuationToken ?? "";
    if (token === "") break;
  }
  return members;
}

/** "private", "shared", "standard", or "unlisted"; a failure when Teams cannot say now. */
async function channelType(get: Get, id: string): Promise<string | Failure> {
  const reply = await get(`/v3/teams/${encodeURIComponent(teamOf(id))}/conversations`);
  if (reply.kind === "refused") return "unlisted";
  if (reply.kind !== "answered") return reply;
  const channels = Team.safeParse(reply.body).data?.conversations ?? [];
  return channels.find((channel) => channel.id === addressOf(id))?.type ?? "unlisted";
}

function away(failure: Failure): ChannelFacts {
  const out = failure.kind === "refused" && failure.reason === "not_in_channel";
  return { kind: out ? "not-in-channel" : "unreachable" };
}
