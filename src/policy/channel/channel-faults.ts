/** Whether a channel may hold the register's alerts, or the news of proposals to senior staff (DESIGN decision 8). */

export const CHANNEL_FAULTS = [
  "not-in-channel",
  "cannot-post",
  "not-private",
  "shared-outside",
  "too-many-people",
  "people-not-linked",
  "is-the-registers",
  "is-the-seniors",
] as const;
export type ChannelFault = (typeof CHANNEL_FAULTS)[number];

/** More people than this are no team: a register e-mail to 66 officers lost its legal protection. */
const MOST_PEOPLE = 50;

export type ChannelSeen = {
  readonly private: boolean;
  readonly sharedOutside: boolean;
  readonly members: readonly string[];
};

/**
 * Every reason that lies in the channel why nothing may be posted there; none when it is usable.
 * @param linked accounts of the organisation's active officers
 */
export function channelFaults(channel: ChannelSeen, linked: ReadonlySet<string>): readonly ChannelFault[] {
  const faults: ChannelFault[] = [];
  if (!channel.private) faults.push("not-private");
  if (channel.sharedOutside) faults.push("shared-outside");
  if (channel.members.length > MOST_PEOPLE) faults.push("too-many-people");
  if (channel.members.some((member) => !linked.has(member))) faults.push("people-not-linked");
  return faults;
}
