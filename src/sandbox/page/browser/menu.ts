/** A "more" menu: a button with a list of acts, moved through with the arrow keys. */
import { background } from "./background.ts";
import { h, newId } from "./dom.ts";

export type Act = {
  readonly text: string;
  /** `opener` is the button of the menu, which has the focus again by then. */
  readonly run: (opener: HTMLElement) => Promise<void>;
};

/** `name` is what screen readers hear; `look` are the classes of the button. */
export function menu(acts: readonly Act[], { name, look }: { name: string; look: string }): HTMLElement {
  const list = h("div", { role: "menu", class: "menu", id: newId(), hidden: true, "aria-label": name });
  const opener = h(
    "button",
    { type: "button", class: look, "aria-haspopup": "menu", "aria-expanded": "false", "aria-controls": list.id },
    h("span", { "aria-hidden": "true" }, "⋯"),
    h("span", { class: "unseen" }, name),
  );
  const open = (shown: boolean) => {
    list.hidden = !shown;
    opener.setAttribute("aria-expanded", String(shown));
    if (shown) list.querySelector<HTMLElement>("button")?.focus();
  };
  const shut = () => {
    open(false);
    opener.focus();
  };
  const choose = (act: Act) => {
    shut();
    background(act.run(opener));
  };
  list.append(
    ...acts.map((act) =>
      h("button", { type: "button", role: "menuitem", tabindex: -1, onclick: () => choose(act) }, act.text),
    ),
  );
  opener.addEventListener("click", () => open(list.hidden === true));
  const box = h("div", { class: "overflow" }, opener, list);
  box.addEventListener("focusout", (event) => {
    if (!box.contains(event.relatedTarget as Node | null)) open(false);
  });
  box.addEventListener("keydown", (event) => keys(event, { list, close: shut }));
  return box;
}

function keys(event: KeyboardEvent, { list, close }: { list: HTMLElement; close: () => void }): void {
  if (list.hidden) return;
  if (event.key === "Escape") {
    event.preventDefault();
    event.stopPropagation();
    close();
    return;
  }
  const items = [...list.querySelectorAll<HTMLElement>("button")];
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const at = items.indexOf(document.activeElement as HTMLElement);
  items[(at + step + items.length) % items.length]?.focus();
}
