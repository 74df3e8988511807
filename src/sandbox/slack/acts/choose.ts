/** Somebody types in a select whose options the app gives, or uses a shortcut. */
import { z } from "zod";
import type { Outcome, SlackOptions, SlackOptionsAnswer, SlackShortcut } from "../../wire.ts";
import type { Block } from "../block-kit.ts";
import { messageShape } from "../methods/message-shape.ts";
import type { Workspace } from "../state.ts";
import { sendInteraction } from "../to-bot.ts";
import { viewShape } from "../view-shape.ts";
import { ackBody, actor, failed, pressOutcome } from "./common.ts";
import { elementIn, placeOf } from "./place.ts";

const Suggested = z.object({
  options: z.array(z.object({ text: z.object({ text: z.string() }), value: z.string() })).max(100),
});

/** The options for what was typed; none when the app does not answer. */
export async function options(
  workspace: Workspace,
  userId: string,
  asked: z.output<typeof SlackOptions>,
): Promise<SlackOptionsAnswer> {
  const where = placeOf(workspace, userId, asked.in);
  const found = where && elementIn(where.blocks, asked);
  if (where === undefined || found === undefined) return { options: [] };
  const { conversation, message } = "view" in asked.in ? { conversation: "", message: "" } : asked.in;
  const container =
    where.kind === "view"
      ? { container: { type: "view", view_id: where.view.id }, view: viewShape(workspace, where.view) }
      : {
          container: { type: "message", message_ts: message, channel_id: conversation },
          channel: { id: conversation, name: "" },
        };
  const delivered = await sendInteraction(workspace, {
    type: "block_suggestion",
    ...actor(workspace.options, userId),
    ...container,
    action_id: asked.actionId,
    block_id: asked.blockId,
    value: asked.query,
  });
  const answer = Suggested.safeParse(delivered.kind === "answered" ? ackBody(delivered.body) : undefined);
  if (!answer.success) return { options: [] };
  remember(where.blocks, asked, answer.data.options);
  return { options: answer.data.options.map(({ text, value }) => ({ text: text.text, value })) };
}

/** The element keeps the offered options, so that a choice travels with its text as in Slack. */
function remember(
  blocks: readonly Block[],
  at: { blockId: string; actionId: string },
  offered: readonly unknown[],
): void {
  const found = elementIn(blocks, at);
  if (found !== undefined)
    Object.defineProperty(found.element, "options", { value: offered, enumerable: false, configurable: true });
}

export async function shortcut(
  workspace: Workspace,
  userId: string,
  used: z.output<typeof SlackShortcut>,
): Promise<Outcome> {
  const common = {
    ...actor(workspace.options, userId),
    callback_id: used.callbackId,
    trigger_id: workspace.triggers.issue({ person: userId, view: null }),
    action_ts: (Date.now() / 1000).toFixed(6),
  };
  if (used.on === undefined) return pressOutcome(await sendInteraction(workspace, { type: "shortcut", ...common }));
  const { conversation, message: id } = used.on;
  const where = placeOf(workspace, userId, used.on);
  if (where?.kind !== "message") return failed("That message is not there any more.");
  const payload = {
    type: "message_action",
    ...common,
    channel: { id: conversation, name: workspace.rooms.room(conversation)?.name ?? "" },
    message_ts: id,
    message: messageShape(workspace.options, where.message),
    response_url: workspace.responseUrls.issue({ person: userId, conversation, message: id }),
  };
  return pressOutcome(await sendInteraction(workspace, payload));
}
