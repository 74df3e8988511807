/** Runs in the browser: draws a sheet with the code of the sandbox's page, Slack on the left and Teams on the right. */
import { h } from "../../../src/sandbox/page/browser/dom.ts";
import { drawBlocks } from "../../../src/sandbox/page/browser/slack/blocks.ts";
import type { Surface } from "../../../src/sandbox/page/browser/slack/surface.ts";
import { adaptiveCard } from "../../../src/sandbox/page/browser/teams/card.ts";
import type { Picture } from "../picture.ts";

/** Pixels that a card has on a phone. Two of them side by side are what the page's styles still take for narrow. */
const PHONE = 359;

/** Nothing is pressed here. */
const SURFACE: Surface = {
  names: () => undefined,
  inputs: {},
  errors: {},
  press: async () => {},
  options: async () => [],
  confirmed: async () => false,
};

/** Draws them in the place of what is there. Gives back what is wrong with them, a line each. */
export function draw(pictures: readonly Picture[]): readonly string[] {
  document.documentElement.style.height = "auto";
  document.body.style.cssText = "display: block; height: auto; padding: 0 14px 14px";
  const rows = pictures.map((picture) => ({ label: picture.label, chats: [inSlack(picture), inTeams(picture)] }));
  document.body.replaceChildren(...rows.flatMap(({ label, chats }) => [heading(label), beside(chats)]));
  return rows.flatMap(({ label, chats }) =>
    chats.flatMap((chat) => faultsOf(chat).map((fault) => `${label}: ${fault}`)),
  );
}

function inSlack({ slack: { window, blocks, foot } }: Picture): HTMLElement {
  const drawn = drawBlocks(blocks, SURFACE);
  if (window === null) return message("in-slack", drawn);
  const buttons = foot.map((label, at) =>
    h("button", { type: "button", class: at === 0 ? "press" : "press primary" }, label),
  );
  return inWindow("in-slack", window, [
    h("div", { class: "window-body" }, ...drawn),
    h("div", { class: "window-foot" }, ...buttons),
  ]);
}

function inTeams({ teams: { window, card } }: Picture): HTMLElement {
  const drawn = adaptiveCard(card, { pressed: () => {}, find: () => Promise.resolve([]) });
  if (window === null) return message("in-teams", [h("div", { class: "card" }, drawn)]);
  return inWindow("in-teams", window, [h("div", { class: "window-body" }, drawn)]);
}

function message(chat: string, content: readonly Node[]): HTMLElement {
  const body = h("div", { class: "body" }, ...content);
  return h("article", { class: `message ${chat}`, style: "padding: 0" }, h("div", { class: "content" }, body));
}

function inWindow(chat: string, title: string, content: readonly Node[]): HTMLElement {
  return h(
    "div",
    { class: `window ${chat}`, style: "width: 100%; height: auto; border: 1px solid var(--line)" },
    h("div", { class: "window-head" }, h("h2", {}, title)),
    h("div", { class: "view" }, ...content),
  );
}

function heading(label: string): HTMLElement {
  return h("h1", { style: "margin: 14px 0 6px; font-size: 13px; color: var(--soft)" }, label);
}

function beside(chats: readonly HTMLElement[]): HTMLElement {
  const style = `display: grid; grid-template-columns: ${PHONE}px ${PHONE}px; gap: 14px; align-items: start`;
  return h("div", { style }, ...chats);
}

function faultsOf(drawn: HTMLElement): readonly string[] {
  const missing = drawn.querySelector(".not-drawn, .adaptive > p") !== null;
  return [
    ...(missing ? [`not drawn (${drawn.className})`] : []),
    ...(drawn.scrollWidth > PHONE ? [`wider than a phone (${drawn.className})`] : []),
  ];
}
