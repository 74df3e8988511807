/** One Teams tenant in memory: who is in it, and what every part of the server shares. */
import type { Changes } from "../changes.ts";
import type { Faults } from "../faults.ts";
import type { Keep } from "../keep.ts";
import type { Author, Room, Rooms } from "../rooms.ts";
import type { Dialogs } from "./dialogs.ts";

export type TeamsPerson = {
  readonly aadObjectId: string;
  /** "29:…" */
  readonly userId: string;
  readonly name: string;
  readonly title?: string;
  readonly email?: string;
  /** Of another tenant, met in a shared channel. */
  readonly tenantId?: string;
  /** Default: true. Without it the bot cannot write to the person. */
  readonly installed?: boolean;
};

export type TeamsChannel = {
  /** "19:…@thread.tacv2" */
  readonly id: string;
  readonly name: string;
  readonly teamName: string;
  /** The id of the team, which is that of its General channel; default: the channel's own. */
  readonly teamId?: string;
  readonly private: boolean;
  readonly shared?: boolean;
  /** User ids ("29:…") of people. */
  readonly members: readonly string[];
  /** Default: true. */
  readonly botIn?: boolean;
};

export type TeamsOptions = {
  readonly tenantId: string;
  readonly botAppId: string;
  readonly botName?: string;
  readonly people: readonly TeamsPerson[];
  readonly channels: readonly TeamsChannel[];
  /** The bot's /api/messages. */
  readonly deliverTo: () => string;
  /** The address the router is mounted at, without a slash at the end: the serviceUrl of all activities. */
  readonly address: () => string;
  /** The bearer token of deliveries; none when local. */
  readonly token?: () => string;
  /** Enforce the calls a second in each conversation; default true. */
  readonly rates?: boolean;
  /** Milliseconds after which a slow invoke is sent again; default 3,000. */
  readonly invokeAgainMs?: number;
  /** Messages, what was read and who has the bot outlive the process here; open dialogs and faults do not. */
  readonly keep?: Keep;
};

export type CardContent = Readonly<Record<string, unknown>>;
export type TeamsBody = {
  readonly cards: readonly CardContent[];
  readonly summary: string;
  /** What an answer to Action.Execute put in place of the cards, by person. */
  readonly personal: Readonly<Record<string, CardContent>>;
};

export type Tenant = {
  readonly options: TeamsOptions;
  readonly rooms: Rooms<TeamsBody>;
  readonly dialogs: Dialogs;
  /** User ids of those who have the bot. */
  readonly installed: Set<string>;
  readonly faults: Faults;
  readonly changes: Changes;
  /** All activities sent to the bot, oldest first: a test can replay them. */
  readonly sent: string[];
};

const botId = ({ botAppId }: TeamsOptions): string => `28:${botAppId}`;
export const bot = (options: TeamsOptions): Author => ({
  id: botId(options),
  name: options.botName ?? "Restricted contact",
  bot: true,
});

/** By "29:…" id or by AAD object id. */
export function person({ people }: TeamsOptions, id: string): TeamsPerson | undefined {
  return people.find((one) => one.userId === id || one.aadObjectId === id);
}

/** The one-to-one conversation of a person with the bot. */
export const directId = ({ aadObjectId }: TeamsPerson): string => `a:1${aadObjectId.replaceAll("-", "")}`;

/** A thread of a channel is "<channel>;messageid=<root>"; both are the channel's conversation here. */
export function roomOf({ rooms }: Tenant, conversation: string): Room | undefined {
  return rooms.room(conversation.split(";")[0] ?? "");
}

export function channelOf({ options }: Tenant, id: string): TeamsChannel | undefined {
  return options.channels.find((channel) => channel.id === id);
}

export const teamId = (channel: TeamsChannel): string => channel.teamId ?? channel.id;

/** Whether the bot may write there: installed for the person, or in the channel. */
export function botMayWrite({ installed }: Tenant, room: Room): boolean {
  return room.kind === "direct" ? room.members.every((member) => installed.has(member)) : room.botIn;
}

/** The id of a new activity: milliseconds, unique and growing, also when the clock goes back. */
export function activityIdAfter(last = "0"): string {
  return String(Math.max(Number(last) + 1, Date.now()));
}
