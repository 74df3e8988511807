/** Which part fills the page where it is narrow: the people, the chat, or the tools. */
import { readAddress } from "./address.ts";
import { byId, h } from "./dom.ts";

type Screen = "people" | "chat" | "tools";

/** On a narrow page one part fills it. The focus goes there too. */
export function screen(name: Screen, focus?: () => void): void {
  document.body.dataset["screen"] = name;
  focus?.();
}

/** On a phone the keyboard would cover what was opened. */
export function narrow(): boolean {
  return matchMedia("(max-width: 760px)").matches;
}

export function reading(): boolean {
  const conversation = byId("conversation");
  return !document.hidden && conversation.offsetParent !== null;
}

export function showTools(): void {
  screen("tools", () => byId("tools").querySelector<HTMLElement>("button")?.focus());
}

export function toTools(): HTMLElement {
  return h("button", { type: "button", class: "quiet open-tools", onclick: showTools }, "Tour and contacts");
}

export function toolsHead(): HTMLElement {
  const back = h("button", { type: "button", class: "back" }, h("span", { "aria-hidden": "true" }, "‹ "), "Back");
  back.addEventListener("click", () => {
    const chosen = readAddress().persona !== undefined;
    screen(chosen ? "chat" : "people", () =>
      byId(chosen ? "conversation" : "people")
        .querySelector<HTMLElement>(".open-tools")
        ?.focus(),
    );
  });
  return h("div", { class: "tools-head" }, back);
}
