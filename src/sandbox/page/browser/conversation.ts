/** The middle of the page: who is played, their conversations, and the one that is open. */
import type { ConversationSummary } from "../../wire.ts";
import { HOME } from "./address.ts";
import { announce } from "./announce.ts";
import { FIRST_COMMAND } from "./commands.ts";
import { composer } from "./composer.ts";
import { h } from "./dom.ts";
import { messageList } from "./messages.ts";
import { drawNotices } from "./notices.ts";
import { CHAT_NAME, initials, type Persona } from "./places.ts";
import { openOne, type Seen } from "./session.ts";
import { slackHome } from "./slack/home.ts";
import type { Stage } from "./stage.ts";

export type Conversation = {
  readonly element: HTMLElement;
  readonly draw: (stage: Stage, seen: Seen, wanted: string | undefined) => void;
  readonly write: (text: string) => void;
};

type Deps = {
  readonly back: () => void;
  readonly tools: () => void;
  /** The person is done with the message box. */
  readonly leave: () => void;
  readonly open: (persona: Persona, conversation: string) => void;
};

export function conversation(deps: Deps): Conversation {
  const head = h("div", { class: "conversation-head" });
  const tabs = h("nav", { class: "tabs", "aria-label": "Conversations" });
  const list = messageList();
  const home = h("div", { class: "scroller", tabindex: 0, role: "region", "aria-label": "Home" });
  const box = composer(deps.leave);
  const element = h("div", { class: "conversation-inside" }, head, tabs, list.element, home, box.element);
  let shown = { persona: "", conversation: "", home: "" };

  return {
    element,
    write: box.write,
    draw: (stage, seen, wanted) => {
      const { persona } = stage;
      const current = wanted === HOME && persona.chat === "slack" ? undefined : openOne(seen.conversations, wanted);
      const atHome = current === undefined && wanted === HOME;
      const changed = shown.persona !== persona.key || shown.conversation !== (current?.id ?? HOME);
      if (shown.persona !== persona.key) head.replaceChildren(...headOf(persona, deps));
      if (changed) list.clear();
      element.className = `conversation-inside in-${persona.chat}`;
      drawTabs(tabs, { persona, seen, current: current?.id ?? HOME, open: deps.open });

      const homeSign = atHome ? JSON.stringify([persona.key, seen.home]) : "";
      if (atHome && shown.home !== homeSign) home.replaceChildren(slackHome(seen.home, stage));
      home.hidden = !atHome;
      list.element.hidden = atHome;
      box.element.hidden = current === undefined;
      shown = { persona: persona.key, conversation: current?.id ?? HOME, home: homeSign };
      if (!current) return;
      box.show(stage, current);
      speak(persona, list.draw(stage, seen.messages, emptyWords(current)));
      drawNotices();
    },
  };
}

function headOf(persona: Persona, deps: Deps): HTMLElement[] {
  const about = [CHAT_NAME[persona.chat], persona.role, persona.service].filter((part) => part !== "").join(" · ");
  return [
    h(
      "button",
      { type: "button", class: "back", onclick: deps.back },
      h("span", { "aria-hidden": "true" }, "‹ "),
      "People",
    ),
    h("span", { class: `picture in-${persona.chat}`, "aria-hidden": "true" }, initials(persona.name)),
    h(
      "div",
      { class: "who" },
      h("h2", {}, h("span", { class: "unseen" }, "You are "), persona.name),
      h("p", { class: "about" }, about),
    ),
    h("button", { type: "button", class: "quiet open-tools", onclick: deps.tools }, "Tour and contacts"),
  ];
}

type Tabs = {
  readonly persona: Persona;
  readonly seen: Seen;
  readonly current: string;
  readonly open: Deps["open"];
};

/** The same buttons stay while the list is the same, so that the focus stays. */
function drawTabs(tabs: HTMLElement, { persona, seen, current, open }: Tabs): void {
  const home = { id: HOME, label: "Home", unread: 0 };
  const wanted = [
    ...(persona.chat === "slack" ? [home] : []),
    ...sorted(seen.conversations).map((one) => ({ id: one.id, label: labelOf(one, persona), unread: one.unread })),
  ];
  const sign = JSON.stringify([persona.key, wanted, current]);
  if (tabs.dataset["sign"] === sign) return;
  tabs.dataset["sign"] = sign;
  const focused = tabs.contains(document.activeElement) ? document.activeElement?.getAttribute("data-tab") : undefined;
  tabs.replaceChildren(
    ...wanted.map(({ id, label, unread }) =>
      h(
        "button",
        {
          type: "button",
          class: "tab",
          "data-tab": id,
          "aria-current": id === current ? "true" : undefined,
          onclick: () => open(persona, id),
        },
        h("span", {}, label),
        unread > 0 && h("span", { class: "unread" }, String(unread), h("span", { class: "unseen" }, " unread")),
      ),
    ),
  );
  if (focused) tabs.querySelector<HTMLElement>(`[data-tab="${CSS.escape(focused)}"]`)?.focus();
}

/** The conversation with the app first, then the channels by name. */
function sorted(conversations: readonly ConversationSummary[]): readonly ConversationSummary[] {
  const rank = ({ kind, name }: ConversationSummary) => (kind === "direct" ? "" : name);
  return [...conversations].sort((a, b) => rank(a).localeCompare(rank(b)));
}

function labelOf(one: ConversationSummary, persona: Persona): string {
  if (one.kind === "direct") return persona.place.bot.name;
  return persona.chat === "slack" ? `# ${one.name}` : one.name;
}

function emptyWords(one: ConversationSummary): string {
  const start = `No messages yet. Type ${FIRST_COMMAND} to begin.`;
  return one.kind === "direct" ? start : "No messages yet.";
}

function speak(persona: Persona, news: Seen["messages"]): void {
  const last = news.filter(({ from }) => from.id !== persona.id).at(-1);
  if (!last) return;
  const text = last.text || ("summary" in last ? last.summary : "");
  announce(`New message from ${last.from.name}. ${text}`);
}
