/** A modal window: the browser's own dialog keeps the focus inside and the rest of the page out of reach. */
import { h, newId } from "./dom.ts";

export type Window = {
  readonly element: HTMLDialogElement;
  /** Opens it if it is closed. `kind` goes into its class, `title` names it. */
  readonly show: (shown: { readonly kind: string; readonly title: string; readonly content: readonly Node[] }) => void;
  /** Closes it and gives the focus back to where it came from. */
  readonly hide: () => void;
  readonly shown: () => boolean;
};

/** `asked` is called when the person wants to leave (Escape or the cross); the caller decides what then happens. */
export function modalWindow(asked: () => void): Window {
  const heading = h("h2", { id: newId(), tabindex: -1 });
  const cross = h(
    "button",
    { type: "button", class: "cross", onclick: asked },
    h("span", { "aria-hidden": "true" }, "×"),
  );
  cross.append(h("span", { class: "unseen" }, "Close"));
  const inside = h("div", { class: "window-inside" });
  const element = h("dialog", { "aria-labelledby": heading.id });
  element.append(h("div", { class: "window-head" }, heading, cross), inside);
  document.body.append(element);
  let cameFrom: Element | null = null;

  // Both: the browser closes a dialog by force on a second Escape that only answers "cancel", and after a press beside
  // the fields nothing inside has the focus, so that only "cancel" comes.
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    asked();
  });
  element.addEventListener("cancel", (event) => {
    event.preventDefault();
    asked();
  });

  return {
    element,
    show: ({ kind, title, content }) => {
      element.className = `window ${kind}`;
      heading.textContent = title;
      inside.replaceChildren(...content);
      scrollable(inside, title);
      if (element.open) return;
      cameFrom = document.activeElement;
      element.showModal();
      heading.focus();
    },
    hide: () => {
      if (!element.open) return;
      element.close();
      inside.replaceChildren();
      focusAgain(cameFrom);
    },
    shown: () => element.open,
  };
}

/** Text without anything to press is scrolled with the keyboard only where it can have the focus. */
function scrollable(inside: HTMLElement, title: string): void {
  const body = inside.querySelector(".window-body");
  if (!body) return;
  const attributes = { tabindex: "0", role: "region", "aria-label": title };
  const toPress = body.querySelector("input, select, textarea, button, a") !== null;
  for (const [name, value] of Object.entries(attributes)) {
    if (toPress) body.removeAttribute(name);
    else body.setAttribute(name, value);
  }
}

/** The card that was pressed may have been redrawn meanwhile: then its successor, else the message box. */
function focusAgain(cameFrom: Element | null): void {
  const message = cameFrom?.closest<HTMLElement>("[data-message]")?.dataset["message"];
  const successor = message && document.querySelector<HTMLElement>(`[data-message="${CSS.escape(message)}"]`);
  const target = cameFrom?.isConnected ? cameFrom : successor || document.querySelector("#box");
  if (target instanceof HTMLElement) target.focus();
}
