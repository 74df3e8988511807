/** The "more" menu: a button with a list of acts, moved through with the arrow keys. */
import { background } from "../background.ts";
import { h, newId } from "../dom.ts";
import type { Option, Overflow } from "./block-kit.ts";
import type { Spot } from "./surface.ts";

export function overflow(element: Overflow, spot: Spot): HTMLElement {
  const menu = h("div", { role: "menu", class: "menu", id: newId(), hidden: true, "aria-label": "More actions" });
  const opener = h(
    "button",
    {
      type: "button",
      class: "press more",
      "aria-haspopup": "menu",
      "aria-expanded": "false",
      "aria-controls": menu.id,
    },
    h("span", { "aria-hidden": "true" }, "⋯"),
    h("span", { class: "unseen" }, "More actions"),
  );
  const open = (shown: boolean) => {
    menu.hidden = !shown;
    opener.setAttribute("aria-expanded", String(shown));
    if (shown) menu.querySelector<HTMLElement>("button")?.focus();
  };
  const shut = () => {
    open(false);
    opener.focus();
  };
  const choose = async (option: Option) => {
    shut();
    if (element.confirm && !(await spot.surface.confirmed(element.confirm))) return;
    await spot.surface.press({ blockId: spot.blockId, actionId: element.action_id, chosen: option.value }, opener);
  };
  menu.append(
    ...element.options.map((option) =>
      h(
        "button",
        { type: "button", role: "menuitem", tabindex: -1, onclick: () => background(choose(option)) },
        option.text.text,
      ),
    ),
  );
  opener.addEventListener("click", () => open(menu.hidden === true));
  const box = h("div", { class: "overflow" }, opener, menu);
  box.addEventListener("focusout", (event) => {
    if (!box.contains(event.relatedTarget as Node | null)) open(false);
  });
  box.addEventListener("keydown", (event) => keys(event, { menu, close: shut }));
  return box;
}

function keys(event: KeyboardEvent, { menu, close }: { menu: HTMLElement; close: () => void }): void {
  if (menu.hidden) return;
  if (event.key === "Escape") {
    event.preventDefault();
    event.stopPropagation();
    close();
    return;
  }
  const items = [...menu.querySelectorAll<HTMLElement>("button")];
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const at = items.indexOf(document.activeElement as HTMLElement);
  items[(at + step + items.length) % items.length]?.focus();
}
