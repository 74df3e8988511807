/** What a test may do in a Slack workspace without HTTP: the same acts that the page has as routes. */
import type { z } from "zod";
import type { Delivered } from "../delivery.ts";
import { wireMessage } from "../rooms.ts";
import * as wire from "../wire.ts";
import { options, shortcut } from "./acts/choose.ts";
import { close, openHome } from "./acts/close.ts";
import { say, typeCommand } from "./acts/command.ts";
import { press } from "./acts/press.ts";
import { submit } from "./acts/submit.ts";
import type { Workspace } from "./state.ts";
import { type Bent, sendBody } from "./to-bot.ts";
import { wireView } from "./view-shape.ts";

export type SlackDriver = ReturnType<typeof createSlackDriver>;

export function createSlackDriver(workspace: Workspace) {
  const { rooms, views } = workspace;
  const taking =
    <S extends z.ZodType, R>(shape: S, act: (workspace: Workspace, person: string, given: z.output<S>) => R) =>
    (person: string, given: z.input<S>): R =>
      act(workspace, person, shape.parse(given));
  return {
    command: taking(wire.SlackCommand, typeCommand),
    say: taking(wire.Say, say),
    press: taking(wire.SlackPress, press),
    options: taking(wire.SlackOptions, options),
    shortcut: taking(wire.SlackShortcut, shortcut),
    submit: taking(wire.SlackSubmit, submit),
    close: taking(wire.SlackClose, close),
    openHome: (person: string) => openHome(workspace, person),
    home: (person: string): wire.SlackView | null => {
      const view = views.home(person);
      return view === undefined ? null : wireView(view);
    },
    views: (person: string): wire.SlackView[] => views.stack(person).map(wireView),
    conversations: (person: string) => rooms.summaries(person),
    seen: (person: string, conversation: string): wire.SlackMessage[] =>
      rooms.room(conversation)?.members.includes(person) === true
        ? rooms
            .seen(person, conversation)
            .map((one) => ({ ...wireMessage(one), blocks: one.body.blocks, ephemeral: one.onlyFor !== null }))
        : [],
    read: (person: string, conversation: string) => rooms.read(person, conversation),
    /** Every post, edit and deletion, by which call, oldest first. */
    messages: ({ conversation }: { conversation?: string } = {}): wire.LogEntry[] => rooms.log(conversation),
    /** Bodies of all requests sent to the bot, for replays. */
    sent: (): readonly string[] => workspace.sent,
    /** Sends a body as Slack would, or bent: other secret, other time, other content type. */
    sendRaw: (body: string, bent: Bent = {}): Promise<Delivered> => sendBody(workspace, "raw", body, bent),
  };
}
