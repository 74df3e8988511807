/** One Slack workspace in memory: who is in it, and what every part of the server shares. */
import type { Changes } from "../changes.ts";
import type { Faults } from "../faults.ts";
import type { Keep } from "../keep.ts";
import type { Author, Room, Rooms } from "../rooms.ts";
import type { Block } from "./block-kit.ts";
import type { OpenViews } from "./open-views.ts";
import type { ResponseUrls } from "./response-urls.ts";
import type { Triggers } from "./triggers.ts";

export type SlackPerson = {
  readonly userId: string;
  readonly name: string;
  readonly title?: string;
  readonly email?: string;
  /** `deleted` in users.info. */
  readonly deactivated?: boolean;
  readonly guest?: boolean;
  /** Of another organisation, met in a shared channel. */
  readonly stranger?: boolean;
};

export type SlackChannel = {
  readonly id: string;
  readonly name: string;
  readonly private: boolean;
  /** User ids of people, the bot left out. */
  readonly members: readonly string[];
  /** Shared with another organisation (Slack Connect). */
  readonly external?: boolean;
  readonly archived?: boolean;
  /** Default: true. */
  readonly botIn?: boolean;
};

export type SlackOptions = {
  readonly teamId: string;
  readonly signingSecret: string;
  readonly botToken: string;
  readonly botId: string;
  readonly botUserId: string;
  readonly botName?: string;
  readonly people: readonly SlackPerson[];
  readonly channels: readonly SlackChannel[];
  /** The bot's /slack/events. */
  readonly deliverTo: () => string;
  /** The address the router is mounted at, without a slash at the end; response_url is made from it. */
  readonly address: () => string;
  /** Messages a channel takes at once, and then one a second; default 5. */
  readonly burst?: number;
  /** Also enforce the calls a minute of each method (PLATFORM.md 1.8); default false. */
  readonly tiers?: boolean;
  /** Messages and what was read outlive the process here; triggers, open views, App Home and faults do not. */
  readonly keep?: Keep;
};

export type Metadata = { readonly event_type: string; readonly event_payload: Readonly<Record<string, unknown>> };
export type SlackBody = { readonly blocks: readonly Block[]; readonly metadata?: Metadata | undefined };

export type Workspace = {
  readonly options: SlackOptions;
  readonly rooms: Rooms<SlackBody>;
  readonly views: OpenViews;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly faults: Faults;
  readonly changes: Changes;
  /** Bodies of all signed requests, oldest first: a test can replay them. */
  readonly sent: string[];
};

export const bot = ({ botUserId, botName }: SlackOptions): Author => ({
  id: botUserId,
  name: botName ?? "Restricted contact",
  bot: true,
});

export const person = ({ people }: SlackOptions, id: string): SlackPerson | undefined =>
  people.find((one) => one.userId === id);

/** The conversation of a person with the bot. */
export const directId = (userId: string): string => `D${userId.slice(1)}`;

/** The bot's conversation for `channel`, which may be a user id as chat.postMessage takes it. */
export function roomFor({ rooms, options }: Workspace, channel: string): Room | undefined {
  return rooms.room(person(options, channel) === undefined ? channel : directId(channel));
}

export function channelOf({ options }: Workspace, id: string): SlackChannel | undefined {
  return options.channels.find((channel) => channel.id === id);
}

/** The time of a new message, which is its id: unique and growing, also when the clock goes back. */
export function timestampAfter(last = "0"): string {
  const micros = Math.max(Number(last.replace(".", "")) + 1, Date.now() * 1000);
  return `${Math.floor(micros / 1_000_000)}.${String(micros % 1_000_000).padStart(6, "0")}`;
}
