/** A message as a Teams persona sees it. */

import type { TeamsMessage } from "../../../wire.ts";
import { background } from "../background.ts";
import { h } from "../dom.ts";
import { messageMenu } from "../message-menu.ts";
import { initials } from "../places.ts";
import type { Stage } from "../stage.ts";
import { timeAndDay } from "../times.ts";
import { adaptiveCard, type Pressed } from "./card.ts";
import { markdownNodes } from "./markdown.ts";
import { findFor } from "./search-field.ts";

export function teamsMessage(message: TeamsMessage, stage: Stage): HTMLElement {
  const own = message.from.id === stage.persona.id;
  const body = h("div", { class: "body" });
  const text = h("div", { class: "typed" });
  if (message.text !== "") text.append(markdownNodes(withoutTags(message.text)));
  const press = (pressed: Pressed, control: HTMLElement) =>
    background(send({ pressed, control, body, message, stage }));
  body.append(
    ...(message.text === "" ? [] : [text]),
    ...message.cards.map((card) =>
      h("div", { class: "card" }, adaptiveCard(card, { pressed: press, find: findFor(stage) })),
    ),
  );
  return h(
    "article",
    { class: `message in-teams ${own ? "own" : ""}`, "aria-label": `Message from ${message.from.name}` },
    !own && h("span", { class: "picture", "aria-hidden": "true" }, initials(message.from.name)),
    messageMenu(message, stage),
    h(
      "div",
      { class: "content" },
      h(
        "p",
        { class: "from" },
        !own && h("span", { class: "name" }, message.from.name),
        message.from.bot && h("span", { class: "tag" }, "App"),
        h("time", { datetime: message.at }, timeAndDay(message.at)),
        message.edited && h("span", { class: "edited" }, "Edited"),
      ),
      body,
    ),
  );
}

/** A mention is `<at>Name</at>`: Teams shows the name. */
function withoutTags(text: string): string {
  return text.replace(/<\/?at(\s[^>]*)?>/g, "");
}

type Sent = {
  readonly pressed: Pressed;
  readonly control: HTMLElement;
  readonly body: HTMLElement;
  readonly message: TeamsMessage;
  readonly stage: Stage;
};

async function send({ pressed, control, body, message, stage }: Sent): Promise<void> {
  const at = { conversation: message.conversation, message: message.id };
  const { kind, ...what } = pressed;
  await stage.act({ route: `/${kind}`, body: { ...at, ...what }, around: body, control, shownAt: message.id });
}
