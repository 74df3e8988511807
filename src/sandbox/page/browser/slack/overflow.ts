/** Block Kit's "more" menu. */
import { menu } from "../menu.ts";
import type { Option, Overflow } from "./block-kit.ts";
import type { Spot } from "./surface.ts";

export function overflow(element: Overflow, { surface, blockId }: Spot): HTMLElement {
  const choose = async (option: Option, opener: HTMLElement) => {
    if (element.confirm && !(await surface.confirmed(element.confirm))) return;
    await surface.press({ blockId, actionId: element.action_id, chosen: option.value }, opener);
  };
  const acts = element.options.map((option) => ({
    text: option.text.text,
    run: (opener: HTMLElement) => choose(option, opener),
  }));
  return menu(acts, { name: "More actions", look: "press more" });
}
