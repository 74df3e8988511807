/** App Home: the bot's own page for one person. */
import type { SlackView } from "../../../wire.ts";
import { h } from "../dom.ts";
import type { Stage } from "../stage.ts";
import { drawBlocks } from "./blocks.ts";
import { surfaceOf } from "./surfaces.ts";

export function slackHome(view: SlackView | null, stage: Stage): HTMLElement {
  const box = h("div", { class: "home in-slack" });
  if (view === null) {
    box.append(h("p", { class: "empty" }, "The app has not published a Home page for this person yet."));
    return box;
  }
  box.append(...drawBlocks(view.blocks, surfaceOf(stage, { view: view.id }, { around: box, drawn: view })));
  return box;
}
