/** What the kinds of interaction have in common. */
import type { Account } from "../desk.ts";
import type { InFlight } from "../in-flight.ts";
import type { Log } from "../log.ts";
import type { Counter } from "./ask.ts";
import type { Windows } from "./windows.ts";

export type Front = {
  readonly counter: Counter;
  readonly windows: Windows;
  readonly inFlight: InFlight;
  readonly log: Log;
};

type Body = {
  readonly user: { readonly id: string; readonly team_id?: string };
  readonly team: { readonly id: string } | null;
};

/**
 * Who acted. In a shared channel the person can be of another workspace than the one the message stands in, and then
 * their own counts. An organisation-wide install names no workspace; nobody is linked to the empty one.
 */
export function accountOf({ user, team }: Body): Account {
  return { chat: "slack", tenant: user.team_id ?? team?.id ?? "", account: user.id };
}
