/** chat.*: messages. */
import { z } from "zod";
import { bot } from "../state.ts";
import { bodyOf, content, messageShape } from "./message-shape.ts";
import { isRefusal, type Method, method, refused, writable } from "./method.ts";

const postMessage = method(z.object({ channel: z.string(), ...content }), (workspace, args) => {
  const room = writable(workspace, args.channel);
  if (isRefusal(room)) return room;
  const written = bodyOf(args);
  if (written.body === undefined) return written.refusal;
  const message = workspace.rooms.post("chat.postMessage", {
    conversation: room.id,
    from: bot(workspace.options),
    onlyFor: null,
    text: args.text,
    body: written.body,
  });
  return { ok: true, channel: room.id, ts: message.id, message: messageShape(workspace.options, message) };
});

const postEphemeral = method(z.object({ channel: z.string(), user: z.string(), ...content }), (workspace, args) => {
  const room = writable(workspace, args.channel);
  if (isRefusal(room)) return room;
  if (!room.members.includes(args.user)) return refused("user_not_in_channel");
  const written = bodyOf(args);
  if (written.body === undefined) return written.refusal;
  const message = workspace.rooms.post("chat.postEphemeral", {
    conversation: room.id,
    from: bot(workspace.options),
    onlyFor: args.user,
    text: args.text,
    body: written.body,
  });
  return { ok: true, message_ts: message.id };
});

const update = method(z.object({ channel: z.string(), ts: z.string(), ...content }), (workspace, args) => {
  const room = writable(workspace, args.channel);
  if (isRefusal(room)) return room;
  const old = workspace.rooms.find(room.id, args.ts);
  if (old === undefined || old.onlyFor !== null) return refused("message_not_found");
  if (!old.from.bot) return refused("cant_update_message");
  const written = bodyOf(args);
  if (written.body === undefined) return written.refusal;
  // An update without metadata keeps the old.
  const body = { blocks: written.body.blocks, metadata: written.body.metadata ?? old.body.metadata };
  const message = workspace.rooms.edit(
    { conversation: room.id, id: args.ts, call: "chat.update" },
    { text: args.text, body },
  );
  return {
    ok: true,
    channel: room.id,
    ts: args.ts,
    text: args.text,
    message: message && messageShape(workspace.options, message),
  };
});

const remove = method(z.object({ channel: z.string(), ts: z.string() }), (workspace, { channel, ts }) => {
  const room = writable(workspace, channel);
  if (isRefusal(room)) return room;
  const old = workspace.rooms.find(room.id, ts);
  if (old === undefined || old.onlyFor !== null) return refused("message_not_found");
  if (!old.from.bot) return refused("cant_delete_message");
  workspace.rooms.remove({ conversation: room.id, id: ts, call: "chat.delete" });
  return { ok: true, channel: room.id, ts };
});

export const chat: Readonly<Record<string, Method>> = {
  "chat.postMessage": postMessage,
  "chat.postEphemeral": postEphemeral,
  "chat.update": update,
  "chat.delete": remove,
};
