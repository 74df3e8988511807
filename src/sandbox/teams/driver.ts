/** What a test may do in a Teams tenant without HTTP: the same acts that the page has as routes. */
import type { z } from "zod";
import type { Delivered } from "../delivery.ts";
import { wireMessage } from "../rooms.ts";
import * as wire from "../wire.ts";
import { execute } from "./acts/execute.ts";
import { openFromExtension } from "./acts/open-dialog.ts";
import { say, search, setInstalled } from "./acts/say.ts";
import { submit } from "./acts/submit.ts";
import { closeDialog, submitDialog } from "./acts/submit-dialog.ts";
import { roomOf, type Tenant } from "./state.ts";
import { sendRaw } from "./to-bot.ts";

export type TeamsDriver = ReturnType<typeof createTeamsDriver>;

export function createTeamsDriver(tenant: Tenant) {
  const { rooms, dialogs } = tenant;
  const taking =
    <S extends z.ZodType, R>(shape: S, act: (tenant: Tenant, person: string, given: z.output<S>) => R) =>
    (person: string, given: z.input<S>): R =>
      act(tenant, person, shape.parse(given));

  return {
    say: taking(wire.Say, say),
    execute: taking(wire.TeamsExecute, execute),
    submit: taking(wire.TeamsSubmit, submit),
    extension: taking(wire.TeamsExtension, openFromExtension),
    dialog: (person: string): wire.TeamsDialog | null => {
      const open = dialogs.of(person);
      if (open === null) return null;
      const { origin: _origin, ...dialog } = open;
      return dialog;
    },
    submitDialog: taking(wire.TeamsSubmitDialog, submitDialog),
    closeDialog: (person: string) => closeDialog(tenant, person),
    search: taking(wire.TeamsSearch, search),
    install: (person: string) => setInstalled(tenant, person, true),
    uninstall: (person: string) => setInstalled(tenant, person, false),
    conversations: (person: string) => rooms.summaries(person),
    seen: (person: string, conversation: string): wire.TeamsMessage[] => {
      const room = roomOf(tenant, conversation);
      if (room?.members.includes(person) !== true) return [];
      return rooms.seen(person, room.id).map((message) => {
        const { cards, summary, personal } = message.body;
        const own = personal[person];
        return { ...wireMessage(message), cards: own === undefined ? cards : [own], summary };
      });
    },
    read: (person: string, conversation: string) => rooms.read(person, conversation),
    /** Every post, edit and deletion, by which call, oldest first. */
    messages: ({ conversation }: { conversation?: string } = {}): wire.LogEntry[] => rooms.log(conversation),
    /** All activities sent to the bot, as JSON, for replays. */
    sent: (): readonly string[] => tenant.sent,
    /** Sends a body as Teams would; `authorization` replaces the tenant's own. */
    sendRaw: (body: string, authorization?: string): Promise<Delivered> => sendRaw(tenant, "raw", body, authorization),
  };
}
