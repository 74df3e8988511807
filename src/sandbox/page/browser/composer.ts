/** The message box: Enter sends, Escape leaves it, a line that begins with a slash is a command in Slack. */

import type { ConversationSummary } from "../../wire.ts";
import { background } from "./background.ts";
import { COMMANDS, TEAMS_ACTIONS } from "./commands.ts";
import { h } from "./dom.ts";
import { BELOW, type Stage } from "./stage.ts";

export type Composer = {
  readonly element: HTMLElement;
  readonly show: (stage: Stage, conversation: ConversationSummary) => void;
  /** Puts words into the box, if there are any, and the focus behind them. */
  readonly write: (text: string) => void;
};

export function composer(leave: () => void): Composer {
  let at: { stage: Stage; conversation: ConversationSummary } | undefined;
  const box = h("textarea", { id: "box", rows: 1, maxlength: 12_000, "aria-describedby": "box-hint" });
  const label = h("label", { for: "box", class: "unseen" });
  const send = h("button", { type: "submit", class: "press primary" }, "Send");
  const mention = h("input", { type: "checkbox", id: "mention" });
  const mentioning = h(
    "label",
    { class: "choice mention-choice", for: "mention" },
    mention,
    h("span", {}, "Mention the app"),
  );
  const shortcuts = h("div", { class: "shortcuts", role: "group", "aria-label": "Commands" });
  const hint = h(
    "p",
    { id: "box-hint", class: "hint" },
    "Enter sends. Shift and Enter starts a new line. Escape goes to the people.",
  );
  const notice = h("p", { class: "notice", "data-notice": BELOW, hidden: true });
  const element = h(
    "form",
    { class: "composer" },
    notice,
    shortcuts,
    h("div", { class: "box" }, label, box, send),
    h("div", { class: "under-box" }, hint, mentioning),
  );

  const grow = () => {
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight + 2}px`;
  };
  const write = (text: string) => {
    if (text !== "") box.value = text;
    grow();
    box.focus();
  };
  const submit = async () => {
    const text = box.value.trim();
    if (!at || text === "") return;
    const { stage, conversation } = at;
    box.value = "";
    grow();
    // The box, not the button: what is typed while something is on its way goes after it.
    const around = { around: element, control: box, shownAt: BELOW };
    const outcome = await stage.act({ ...asked(stage, conversation, { text, mention: mention.checked }), ...around });
    if (!outcome.ok && box.value === "") box.value = text;
    grow();
  };
  box.addEventListener("input", grow);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return leave();
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    element.requestSubmit();
  });
  element.addEventListener("submit", (event) => {
    event.preventDefault();
    background(submit());
  });

  return {
    element,
    write,
    show: (stage, conversation) => {
      const same = at?.stage === stage && at.conversation.id === conversation.id;
      at = { stage, conversation };
      if (same) return;
      const words = `Message ${conversation.kind === "direct" ? stage.persona.place.bot.name : conversation.name}`;
      label.textContent = words;
      box.placeholder = words;
      box.value = "";
      mention.checked = true;
      mentioning.hidden = stage.persona.chat === "slack" || conversation.kind === "direct";
      const act = (command: string, control: HTMLElement) =>
        background(
          stage.act({
            route: "/extension",
            body: { command, conversation: conversation.id },
            around: element,
            control,
            shownAt: BELOW,
          }),
        );
      shortcuts.replaceChildren(...buttons(stage, { write, act }));
    },
  };
}

type Typed = { readonly text: string; readonly mention: boolean };

function asked(
  stage: Stage,
  conversation: ConversationSummary,
  { text, mention }: Typed,
): { route: string; body: unknown } {
  if (stage.persona.chat === "teams") {
    const inChannel = conversation.kind === "channel";
    return { route: "/say", body: { conversation: conversation.id, text, mention: inChannel && mention } };
  }
  const [, command, rest = ""] = /^(\/\S+)\s*([\s\S]*)$/.exec(text) ?? [];
  return command === undefined
    ? { route: "/say", body: { conversation: conversation.id, text } }
    : { route: "/command", body: { conversation: conversation.id, command, text: rest } };
}

type Does = { readonly write: (text: string) => void; readonly act: (command: string, control: HTMLElement) => void };

function buttons(stage: Stage, { write, act }: Does): HTMLElement[] {
  const typed = COMMANDS.map((command) =>
    h("button", { type: "button", class: "chip", onclick: () => write(command) }, command),
  );
  if (stage.persona.chat === "slack") return typed;
  const actions = TEAMS_ACTIONS.map(({ command, label }) => {
    const button = h(
      "button",
      { type: "button", class: "chip app" },
      h("span", { "aria-hidden": "true" }, "+ "),
      label,
    );
    button.addEventListener("click", () => act(command, button));
    return button;
  });
  return [...typed, ...actions];
}
