/** The messages of one conversation. Only what changed is drawn again, so that focus and typed text stay. */
import type { SlackMessage, TeamsMessage } from "../../wire.ts";
import { h } from "./dom.ts";
import { slackMessage } from "./slack/message.ts";
import type { Stage } from "./stage.ts";
import { teamsMessage } from "./teams/message.ts";

type Message = SlackMessage | TeamsMessage;
type Row = { readonly sign: string; readonly element: HTMLElement };

export type MessageList = {
  readonly element: HTMLElement;
  /** Gives back the messages that were not there before; on the first drawing of a conversation, none. */
  readonly draw: (stage: Stage, messages: readonly Message[], empty: string) => readonly Message[];
  /** Begin anew: another person or conversation. */
  readonly clear: () => void;
};

export function messageList(): MessageList {
  const list = h("ol", { class: "messages", "aria-label": "Messages" });
  const element = h("div", { class: "scroller", tabindex: 0, role: "region", "aria-label": "Messages" }, list);
  let rows = new Map<string, Row>();
  let firstUnread: string | undefined;
  let begun = false;

  return {
    element,
    clear: () => {
      rows = new Map();
      firstUnread = undefined;
      begun = false;
      list.replaceChildren();
    },
    draw: (stage, messages, empty) => {
      const news = begun ? messages.filter(({ id }) => !rows.has(id)) : [];
      const unread = messages.find((message) => message.unread && message.from.id !== stage.persona.id)?.id;
      if (!begun || document.hidden) firstUnread ??= unread;
      const low = atBottom(element);
      const held = heldFocus(list);
      rows = new Map(messages.map((message) => [message.id, rowOf(message, rows.get(message.id), stage)]));
      const wanted = [...rows].flatMap(([id, row]) => (id === firstUnread ? [newLine(), row.element] : [row.element]));
      place(list, wanted.length > 0 ? wanted : [h("li", { class: "empty" }, empty)]);
      held?.();
      const own = news.some(({ from }) => from.id === stage.persona.id);
      if (!begun || own || low) element.scrollTop = element.scrollHeight;
      begun = true;
      return news;
    },
  };
}

function rowOf(message: Message, before: Row | undefined, stage: Stage): Row {
  const sign = JSON.stringify({ ...message, unread: null });
  if (before?.sign === sign) return before;
  const drawn = "blocks" in message ? slackMessage(message, stage) : teamsMessage(message, stage);
  const element = h(
    "li",
    { "data-message": message.id, tabindex: -1 },
    drawn,
    h("p", { class: "notice", "data-notice": message.id, hidden: true }),
  );
  return { sign, element };
}

function newLine(): HTMLElement {
  return h("li", { class: "new-line" }, h("span", {}, "New"));
}

/** Puts the children in order, touching only those that are elsewhere: a moved element would lose the focus. */
function place(list: HTMLElement, wanted: readonly HTMLElement[]): void {
  const keep = new Set<Element>(wanted);
  for (const child of Array.from(list.children)) if (!keep.has(child)) child.remove();
  for (const [index, element] of wanted.entries()) {
    if (list.children[index] !== element) list.insertBefore(element, list.children[index] ?? null);
  }
}

function atBottom(element: HTMLElement): boolean {
  return element.scrollHeight - element.scrollTop - element.clientHeight < 80;
}

/** Remembers the focused message: when it is drawn anew, the new one gets the focus. */
function heldFocus(list: HTMLElement): (() => void) | undefined {
  const held = document.activeElement;
  const id = held?.closest<HTMLElement>("[data-message]")?.dataset["message"];
  if (id === undefined || !list.contains(held)) return undefined;
  return () => {
    if (held?.isConnected) return;
    list.querySelector<HTMLElement>(`[data-message="${CSS.escape(id)}"]`)?.focus();
  };
}
