/** A bot message as the Web API and the interaction payloads show it. */
import { z } from "zod";
import type { Message } from "../../rooms.ts";
import type { Block } from "../block-kit.ts";
import { checkBlocks } from "../check-blocks.ts";
import { withIds } from "../elements.ts";
import { LIMITS } from "../limits.ts";
import type { SlackBody, SlackOptions } from "../state.ts";
import { type Answer, refused } from "./method.ts";

export function messageShape({ botId, botUserId, teamId }: SlackOptions, message: Message<SlackBody>) {
  return {
    type: "message",
    ts: message.id,
    user: message.from.id,
    text: message.from.bot ? message.text : escaped(message.text, botUserId),
    team: teamId,
    ...(message.from.id === botUserId && { bot_id: botId, app_id: appId(botId) }),
    ...(message.body.blocks.length > 0 && { blocks: message.body.blocks }),
    ...(message.edited && { edited: { user: message.from.id, ts: message.id } }),
  };
}

/** What somebody typed travels escaped; a mention of the bot stays a mark. */
function escaped(text: string, botUserId: string): string {
  const typed = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return typed.replaceAll(`&lt;@${botUserId}&gt;`, `<@${botUserId}>`);
}

export const appId = (botId: string): string => `A${botId.slice(1)}`;

/** Objects travel as JSON inside form fields. */
export const json = <T>(shape: z.ZodType<T>) =>
  z.preprocess((given) => (typeof given === "string" ? parsed(given) : given), shape);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export const flag = z.preprocess((given) => given === true || given === "true" || given === "1", z.boolean());

export const Metadata = z.strictObject({
  event_type: z.string().min(1),
  event_payload: z.record(z.string(), z.unknown()),
});
/** What every method that writes a message takes. */
export const content = {
  text: z.string().default(""),
  blocks: json(z.unknown()).optional(),
  metadata: json(z.unknown()).optional(),
};
type Content = { readonly text: string; readonly blocks?: unknown; readonly metadata?: unknown };

export type Written = { readonly body: SlackBody } | { readonly body: undefined; readonly refusal: Answer };

/** The checked content of a message, or Slack's refusal. */
export function bodyOf({ text, blocks: given, metadata }: Content): Written {
  const blocks = checkBlocks(given ?? []);
  if (!blocks.ok) return no("invalid_blocks", blocks.messages);
  const fault = sizeFault(text, blocks.value);
  if (fault !== undefined) return no(fault);
  const marked = Metadata.optional().safeParse(metadata);
  if (!marked.success) return no("invalid_metadata_format");
  return { body: { blocks: withIds(blocks.value), metadata: marked.data } };
}

function no(error: string, messages: readonly string[] = []): Written {
  return { body: undefined, refusal: refused(error, messages) };
}

function sizeFault(text: string, blocks: readonly Block[]): string | undefined {
  if (text === "" && blocks.length === 0) return "no_text";
  if (text.length > LIMITS.messageText) return "msg_too_long";
  return JSON.stringify(blocks).length > LIMITS.messageBlocksChars ? "msg_blocks_too_long" : undefined;
}
