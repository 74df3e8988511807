/** Why a channel cannot hold the register's alerts, and what to do (DESIGN decision 8). */
import type { ChannelFault } from "../policy/channel/channel-faults.ts";

export const CHANNEL_WORDS: Readonly<Record<ChannelFault, string>> = {
  "not-in-channel": "The app is not in the channel. Add it there.",
  "not-private": "Anybody can read the channel. Use a private one.",
  "shared-outside": "People outside the organisation can read the channel. Use one that is not shared.",
  "too-many-people": "More than 50 people are in the channel. Use a smaller one.",
  "people-not-linked": "Somebody in the channel is not a linked, active officer. Link them, or remove them from it.",
};
