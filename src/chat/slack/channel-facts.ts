/** What a channel is and who is in it, read anew at each call (DESIGN decision 8). */
import type { WebClient } from "@slack/web-api";
import type { ChannelFacts } from "../messenger.ts";
import { failureOf } from "./failure.ts";

/** Whether an account is a bot. An account never changes from one to the other. */
type IsBot = (account: string) => Promise<boolean>;

/** More people than this make a channel unusable anyway; whether they are bots is then not asked. */
const FULL = 60;
const PAGES = 10;
const MEMBERS_A_PAGE = 200;

/** Gives back what Slack says; `not-in-channel` also for a private channel that the bot cannot see. */
export async function channelFacts(client: WebClient, channel: string, isBot: IsBot): Promise<ChannelFacts> {
  try {
    const info = (await client.conversations.info({ channel })).channel;
    if (info?.is_member === false) return { kind: "not-in-channel" };
    return {
      kind: "seen",
      private: info?.is_private === true,
      sharedOutside: [info?.is_ext_shared, info?.is_pending_ext_shared, info?.is_org_shared].includes(true),
      members: await people(await allMembers(client, channel), isBot),
    };
  } catch (error) {
    const failure = failureOf(error);
    const away = failure.kind === "refused" && failure.reason === "not_in_channel";
    return { kind: away ? "not-in-channel" : "unreachable" };
  }
}

async function allMembers(client: WebClient, channel: string): Promise<string[]> {
  const members: string[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const cursors = cursor ? { cursor } : {};
    const read = await client.conversations.members({ channel, limit: MEMBERS_A_PAGE, ...cursors });
    members.push(...(read.members ?? []));
    cursor = read.response_metadata?.next_cursor;
    if (!cursor) break;
  }
  return members;
}

async function people(members: readonly string[], isBot: IsBot): Promise<string[]> {
  if (members.length > FULL) return [...members];
  const bots = await Promise.all(members.map(isBot));
  return members.filter((_, index) => bots[index] === false);
}

/** Asks Slack about each account once in the life of the process. */
export function rememberedBots(client: WebClient, botUserId: string): IsBot {
  const known = new Map([[botUserId, true]]);
  return async (account) => {
    const before = known.get(account);
    if (before !== undefined) return before;
    const bot = (await client.users.info({ user: account })).user?.is_bot === true;
    known.set(account, bot);
    return bot;
  };
}
