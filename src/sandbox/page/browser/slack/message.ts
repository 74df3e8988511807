/** A message as a Slack persona sees it. */
import type { SlackMessage } from "../../../wire.ts";
import { h } from "../dom.ts";
import { messageMenu } from "../message-menu.ts";
import { initials } from "../places.ts";
import type { Stage } from "../stage.ts";
import { timeAndDay } from "../times.ts";
import { drawBlocks } from "./blocks.ts";
import { mrkdwn } from "./mrkdwn.ts";
import { surfaceOf } from "./surfaces.ts";

export function slackMessage(message: SlackMessage, stage: Stage): HTMLElement {
  const body = h("div", { class: "body" });
  const at = { conversation: message.conversation, message: message.id };
  const surface = surfaceOf(stage, at, { around: body, drawn: { inputs: {}, errors: {} } });
  body.append(
    ...(message.blocks.length > 0
      ? drawBlocks(message.blocks, surface)
      : message.text.split("\n").map((line) => h("p", { class: "typed" }, ...mrkdwn(line, stage.names)))),
  );
  return h(
    "article",
    {
      class: `message in-slack ${message.ephemeral ? "ephemeral" : ""}`,
      "aria-label": `Message from ${message.from.name}`,
    },
    h("span", { class: "picture square", "aria-hidden": "true" }, initials(message.from.name)),
    messageMenu(message, stage),
    h(
      "div",
      { class: "content" },
      message.ephemeral && h("p", { class: "only" }, "Only visible to you"),
      h(
        "p",
        { class: "from" },
        h("span", { class: "name" }, message.from.name),
        message.from.bot && h("span", { class: "tag" }, "App"),
        h("time", { datetime: message.at }, timeAndDay(message.at)),
        message.edited && h("span", { class: "edited" }, "(edited)"),
      ),
      body,
    ),
  );
}
