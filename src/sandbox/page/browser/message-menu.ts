/** "More actions" on a message: what the app lets people say of it. */
import type { SlackMessage, TeamsMessage } from "../../wire.ts";
import { MESSAGE_ACTIONS } from "./commands.ts";
import { menu } from "./menu.ts";
import type { Stage } from "./stage.ts";

type Message = SlackMessage | TeamsMessage;

/** A message shortcut in Slack, an action of the message extension in Teams; a window opens at once. */
export function messageMenu(message: Message, stage: Stage): HTMLElement {
  const acts = MESSAGE_ACTIONS.map(({ action, label }) => ({
    text: label[stage.persona.chat],
    run: async (opener: HTMLElement) => {
      const around = opener.closest<HTMLElement>("article") ?? opener;
      await stage.act({ ...asked(action, message, stage), around, control: opener, shownAt: message.id });
    },
  }));
  return menu(acts, { name: `More actions on the message from ${message.from.name}`, look: "quiet more" });
}

function asked(action: string, { conversation, id: message }: Message, { persona }: Stage) {
  switch (persona.chat) {
    case "slack":
      return { route: "/shortcut", body: { callbackId: action, on: { conversation, message } } };
    case "teams":
      return { route: "/extension", body: { command: action, conversation, message } };
  }
}
