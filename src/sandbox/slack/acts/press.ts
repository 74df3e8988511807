/** Somebody presses a button or chooses in a select, in a message or in a view. */
import type { z } from "zod";
import type { Message } from "../../rooms.ts";
import type { Inputs, Outcome, SlackPress } from "../../wire.ts";
import type { Block } from "../block-kit.ts";
import { type Found, keptInputs, keptValue, stateOf } from "../elements.ts";
import { messageShape } from "../methods/message-shape.ts";
import type { OpenView } from "../open-views.ts";
import type { SlackBody, Workspace } from "../state.ts";
import { sendInteraction } from "../to-bot.ts";
import { viewShape } from "../view-shape.ts";
import { actor, failed, pressOutcome } from "./common.ts";
import { elementIn, placeOf } from "./place.ts";

type Press = z.output<typeof SlackPress>;
type Pressed = { readonly userId: string; readonly press: Press; readonly found: Found };

export async function press(workspace: Workspace, userId: string, press: Press): Promise<Outcome> {
  const where = placeOf(workspace, userId, press.in);
  const found = where && elementIn(where.blocks, press);
  if (where === undefined || found === undefined) return failed("That button is not there any more.");
  const pressed = { userId, press, found };
  const payload =
    where.kind === "view"
      ? viewPayload(workspace, pressed, where.view)
      : messagePayload(workspace, pressed, where.message);
  return pressOutcome(await sendInteraction(workspace, payload));
}

function viewPayload(workspace: Workspace, pressed: Pressed, view: OpenView) {
  const { blocks } = view.args;
  workspace.views.note(view, { inputs: typed(blocks, pressed, view.inputs) });
  return {
    ...common(workspace, pressed, view.id),
    container: { type: "view", view_id: view.id },
    view: viewShape(workspace, view),
  };
}

function messagePayload(workspace: Workspace, pressed: Pressed, message: Message<SlackBody>) {
  const { rooms, responseUrls, options } = workspace;
  const { conversation, id, onlyFor } = message;
  const name = rooms.room(conversation)?.name ?? "";
  const values = stateOf(message.body.blocks, typed(message.body.blocks, pressed, {}));
  return {
    ...common(workspace, pressed, null),
    container: { type: "message", message_ts: id, channel_id: conversation, is_ephemeral: onlyFor !== null },
    channel: { id: conversation, name },
    // Slack leaves the message out when it is ephemeral.
    ...(onlyFor === null && { message: messageShape(options, message) }),
    state: { values },
    response_url: responseUrls.issue({ person: pressed.userId, conversation, message: id }),
  };
}

function common(workspace: Workspace, { userId, press, found }: Pressed, view: string | null) {
  return {
    type: "block_actions",
    ...actor(workspace.options, userId),
    trigger_id: workspace.triggers.issue({ person: userId, view }),
    actions: [actionOf(found, press)],
  };
}

function actionOf(found: Found, { chosen, forgedValue }: Press) {
  const { element, actionId, blockId } = found;
  const { type, text, value, style } = element;
  const button = { text, ...(value !== undefined && { value }), ...(style !== undefined && { style }) };
  return {
    type,
    action_id: actionId,
    block_id: blockId,
    ...(type === "button" ? button : keptValue(found, chosen ?? null)),
    ...(forgedValue !== undefined && { value: forgedValue }),
    action_ts: (Date.now() / 1000).toFixed(6),
  };
}

/** What stands in the fields after this press. */
function typed(blocks: readonly Block[], { press }: Pressed, before: Inputs): Inputs {
  const inputs = keptInputs(blocks, mergeInputs(before, press.inputs));
  if (press.chosen === undefined) return inputs;
  return keptInputs(blocks, mergeInputs(inputs, { [press.blockId]: { [press.actionId]: press.chosen } }));
}

export function mergeInputs(before: Inputs, after: Inputs): Inputs {
  const merged: Inputs = { ...before };
  for (const [blockId, fields] of Object.entries(after)) merged[blockId] = { ...merged[blockId], ...fields };
  return merged;
}
