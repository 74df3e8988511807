/** What every act of a person begins with, and how a failed one reads. */
import type { Message } from "../../rooms.ts";
import type { Outcome } from "../../wire.ts";
import type { Scene } from "../activity-shape.ts";
import { person, roomOf, type TeamsBody, type Tenant } from "../state.ts";
import type { Invoked } from "../to-bot.ts";

export const done: Outcome = { ok: true };
export const failed = (error: string): Outcome => ({ ok: false, error });

/** The person in a conversation they are in. */
export function sceneOf(tenant: Tenant, userId: string, conversation: string): Scene | undefined {
  const who = person(tenant.options, userId);
  const room = roomOf(tenant, conversation);
  return who !== undefined && room?.members.includes(who.userId) === true ? { who, room } : undefined;
}

export type OnMessage = { readonly scene: Scene; readonly message: Message<TeamsBody> };

/** A message that the person can see. */
export function messageOf(
  tenant: Tenant,
  userId: string,
  at: { conversation: string; message: string },
): OnMessage | undefined {
  const scene = sceneOf(tenant, userId, at.conversation);
  const message = scene && tenant.rooms.find(scene.room.id, at.message);
  if (scene === undefined || message === undefined || (message.onlyFor ?? userId) !== userId) return undefined;
  // In a channel, what is pressed on a message comes from that message's thread.
  return { scene: scene.room.kind === "channel" ? { ...scene, thread: message.id } : scene, message };
}

/** What Teams shows when an invoke came to nothing. */
export function invokeError(invoked: Exclude<Invoked<unknown>, { kind: "answered" }>): Outcome {
  switch (invoked.kind) {
    case "late":
      return failed("Unable to reach app. Please try again.");
    case "failed":
    case "unreadable":
      return failed("Something went wrong. Please try again.");
  }
}

export function json(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
