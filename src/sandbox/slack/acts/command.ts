/** Somebody types a slash command, or plain words. */
import type { z } from "zod";
import type { Outcome, Say, SlackCommand } from "../../wire.ts";
import { appId } from "../methods/message-shape.ts";
import { handle } from "../methods/people.ts";
import { Response, showResponse } from "../response-urls.ts";
import { bot, person, type Workspace } from "../state.ts";
import { sendEvent, sendForm } from "../to-bot.ts";
import { ackBody, done, failed } from "./common.ts";

export async function typeCommand(
  workspace: Workspace,
  userId: string,
  typed: z.output<typeof SlackCommand>,
): Promise<Outcome> {
  const { rooms, options, responseUrls, triggers } = workspace;
  const room = rooms.room(typed.conversation);
  if (room === undefined || !room.members.includes(userId)) return failed("channel_not_found");

  const to = { person: userId, conversation: room.id, message: null };
  const delivered = await sendForm(workspace, {
    token: "sandbox",
    team_id: options.teamId,
    team_domain: "sandbox",
    channel_id: room.id,
    channel_name: room.kind === "direct" ? "directmessage" : room.private ? "privategroup" : room.name,
    user_id: userId,
    user_name: handle(person(options, userId)?.name ?? userId),
    command: typed.command,
    text: typed.text,
    api_app_id: appId(options.botId),
    is_enterprise_install: "false",
    response_url: responseUrls.issue(to),
    trigger_id: triggers.issue({ person: userId, view: null }),
  });
  if (delivered.kind === "late") return failed(commandError(typed.command, "operation_timeout"));
  if (delivered.status !== 200) return failed(commandError(typed.command, "dispatch_failed"));
  const answer = acknowledged(delivered.body);
  if (answer !== undefined) showResponse(workspace, to, answer);
  return done;
}

const commandError = (command: string, code: string) => `${command} failed with the error "${code}"`;

/** An acknowledgement may carry an answer: JSON, or plain text. */
function acknowledged(body: string) {
  const parsed = Response.safeParse(ackBody(body));
  if (parsed.success) return parsed.data;
  return body.trim() === "" ? undefined : Response.parse({ text: body });
}

/** Plain words: the bot hears them in its own conversation, and where it is mentioned. */
export async function say(workspace: Workspace, userId: string, said: z.output<typeof Say>): Promise<Outcome> {
  const { rooms, options } = workspace;
  const room = rooms.room(said.conversation);
  if (room === undefined || !room.members.includes(userId)) return failed("channel_not_found");

  const text = said.mention ? `<@${options.botUserId}> ${said.text}` : said.text;
  const from = { id: userId, name: person(options, userId)?.name ?? userId, bot: false };
  const message = rooms.post("person", { conversation: room.id, from, onlyFor: null, text, body: { blocks: [] } });
  const heard = room.kind === "direct" || (room.botIn && text.includes(`<@${bot(options).id}>`));
  if (heard) {
    const kind = room.kind === "direct" ? { type: "message", channel_type: "im" } : { type: "app_mention" };
    const event = {
      ...kind,
      user: userId,
      text,
      ts: message.id,
      channel: room.id,
      team: options.teamId,
      event_ts: message.id,
    };
    await sendEvent(workspace, event);
  }
  return done;
}
