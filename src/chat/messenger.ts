/**
 * The port to a chat: what delivery needs of Slack and of Teams, and nothing more.
 * The twins slack/messenger.ts and teams/messenger.ts implement it; no vendor type passes through.
 */
import type { Card } from "../../cards/model.ts";
import type { Chat } from "../policy/vocabulary.ts";

/** One person, or one channel. */
export type Destination =
  | {
      readonly kind: "person";
      readonly tenant: string;
      readonly account: string;
      readonly conversation: Conversation | null;
    }
  | { readonly kind: "channel"; readonly tenant: string; readonly conversation: Conversation };

/** Where messages go. `serviceUrl` is Teams' only; Slack leaves it null. */
export type Conversation = { readonly id: string; readonly serviceUrl: string | null };

/** A posted message: what is needed to change it later. */
export type Posted = { readonly conversation: Conversation; readonly message: string };

/**
 * How a call to the chat ended.
 * `unknown`: the request may have arrived (time-out, 5xx, connection lost): it must not be repeated blindly.
 * `busy`: the platform said wait; `retryAfterMs` is its word.
 * `refused`: it will not work until somebody does something; `reason` is a fixed code, never provider text.
 */
export type Delivery =
  | { readonly kind: "posted"; readonly posted: Posted }
  | { readonly kind: "busy"; readonly retryAfterMs: number }
  | { readonly kind: "unknown"; readonly reason: string }
  | { readonly kind: "refused"; readonly reason: string };

/** What a channel is, for DESIGN decision 8: private, not shared outside, and who is in it. */
export type ChannelFacts =
  | {
      readonly kind: "seen";
      readonly private: boolean;
      readonly sharedOutside: boolean;
      /** Accounts of the people in it, bots left out. */
      readonly members: readonly string[];
    }
  | { readonly kind: "not-in-channel" }
  | { readonly kind: "unreachable" };

/** Whether the chat knows an account, so that a direct message can arrive; `unreachable`: the chat did not say. */
export type AccountState = "reachable" | "not-found" | "unreachable";

export interface Messenger {
  readonly chat: Chat;
  /** Posts a new message. `copyId` marks the copy, so that it can be found again after an unknown end. */
  post(to: Destination, card: Card, copyId: string): Promise<Delivery>;
  /** Brings a posted message up to date. Repeating it is harmless. */
  update(posted: Posted, card: Card, copyId: string): Promise<Delivery>;
  /** Looks for a copy whose posting ended unknown. Teams cannot read back and always answers `undefined`. */
  find(to: Destination, copyId: string): Promise<Posted | undefined>;
  /** Looks at a channel. `full` and the member list are read anew at each call. */
  channelFacts(tenant: string, channel: Conversation): Promise<ChannelFacts>;
  /** Looks whether a person can be written to, without writing to them. */
  reaches(person: Omit<Extract<Destination, { kind: "person" }>, "kind">): Promise<AccountState>;
}
