/** One Web API method: what it takes and what it does. */
import type { z } from "zod";
import type { Room } from "../../rooms.ts";
import { channelOf, roomFor, type Workspace } from "../state.ts";

export type Answer = { readonly ok: boolean; readonly error?: string } & Readonly<Record<string, unknown>>;
export type Method = {
  readonly args: z.ZodType;
  readonly run: (workspace: Workspace, args: unknown) => Answer;
};

/** Ties the type of the arguments to the function that takes them. */
export function method<T>(args: z.ZodType<T>, run: (workspace: Workspace, args: T) => Answer): Method {
  return { args, run: (workspace, given) => run(workspace, args.parse(given)) };
}

export const refused = (error: string, messages: readonly string[] = []): Answer => ({
  ok: false,
  error,
  ...(messages.length > 0 && { response_metadata: { messages } }),
});

/** A conversation the bot may write in, or Slack's reason why not. */
export function writable(workspace: Workspace, channel: string): Room | Answer {
  const room = roomFor(workspace, channel);
  if (room === undefined || (room.private && !room.botIn)) return refused("channel_not_found");
  if (channelOf(workspace, room.id)?.archived === true) return refused("is_archived");
  return room.botIn ? room : refused("not_in_channel");
}

/** A conversation the bot may look at: every public channel, and what it is in. */
export function visible(workspace: Workspace, channel: string): Room | Answer {
  const room = workspace.rooms.room(channel);
  return room === undefined || (room.private && !room.botIn) ? refused("channel_not_found") : room;
}

export const isRefusal = (found: Room | Answer): found is Answer => "ok" in found;
