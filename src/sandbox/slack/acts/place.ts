/** Where somebody presses: a message or a view that they have in front of them. */
import type { z } from "zod";
import type { Message } from "../../rooms.ts";
import type { SlackPlace } from "../../wire.ts";
import type { Block } from "../block-kit.ts";
import { elementsOf, type Found } from "../elements.ts";
import type { OpenView } from "../open-views.ts";
import type { SlackBody, Workspace } from "../state.ts";

type Where =
  | { readonly kind: "message"; readonly message: Message<SlackBody>; readonly blocks: readonly Block[] }
  | { readonly kind: "view"; readonly view: OpenView; readonly blocks: readonly Block[] };

/** What the person has in front of them; nobody presses in what only somebody else sees. */
export function placeOf(
  { rooms, views }: Workspace,
  userId: string,
  place: z.output<typeof SlackPlace>,
): Where | undefined {
  if ("view" in place) {
    const view = views.get(place.view);
    return view?.person === userId ? { kind: "view", view, blocks: view.args.blocks } : undefined;
  }
  const message = rooms.find(place.conversation, place.message);
  const inRoom = rooms.room(place.conversation)?.members.includes(userId) === true;
  if (message === undefined || !inRoom || (message.onlyFor ?? userId) !== userId) return undefined;
  return { kind: "message", message, blocks: message.body.blocks };
}

/** The element by block_id and action_id. */
export function elementIn(
  blocks: readonly Block[],
  at: { readonly blockId: string; readonly actionId: string },
): Found | undefined {
  return elementsOf(blocks).find((found) => found.blockId === at.blockId && found.actionId === at.actionId);
}
