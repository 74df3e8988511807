/**
 * The id of a channel as it is kept. Teams tells what a channel is only by way of its team, and nothing but an activity
 * names the team of a channel, so the team is kept in the id: "19:channel@thread.tacv2;team=19:team@thread.tacv2".
 */
const TEAM = ";team=";

/** The id to keep. The General channel of a team has the team's own id, which then needs no second place. */
export function channelConversation(channel: string, team: string): string {
  return team === channel ? channel : `${channel}${TEAM}${team}`;
}

/** The id that Teams knows. */
export function addressOf(kept: string): string {
  return kept.split(TEAM)[0] ?? kept;
}

/** The team of a channel; for an id that names none, the channel's own. */
export function teamOf(kept: string): string {
  return kept.split(TEAM)[1] ?? addressOf(kept);
}
