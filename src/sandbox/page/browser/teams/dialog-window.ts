/** The dialogs of Teams: a card, or a text, in a window. */

import type { TeamsDialog } from "../../../wire.ts";
import { announce } from "../announce.ts";
import { background } from "../background.ts";
import { h } from "../dom.ts";
import type { Stage } from "../stage.ts";
import { modalWindow } from "../window.ts";
import { adaptiveCard, type Hands } from "./card.ts";
import { markdownNodes } from "./markdown.ts";
import { findFor } from "./search-field.ts";

export type DialogWindow = { readonly show: (stage: Stage, dialog: TeamsDialog | null) => void };

export function dialogWindow(): DialogWindow {
  let open: { stage: Stage; dialog: TeamsDialog; sign: string } | undefined;
  const box = h("div", { class: "view" });
  const leave = () => {
    if (open)
      background(open.stage.act({ route: "/dialog/close", body: {}, around: box, control: box, shownAt: "view" }));
  };
  const window = modalWindow(leave);
  const pressed: Hands["pressed"] = (button, control) => {
    if (!open) return;
    const body = { dialog: open.dialog.id, data: button.data };
    background(open.stage.act({ route: "/dialog/submit", body, around: box, control, shownAt: "view" }));
  };

  return {
    show: (stage, dialog) => {
      const sign = dialog ? JSON.stringify([stage.persona.key, dialog]) : "";
      if ((open?.sign ?? "") === sign) return;
      const before = open?.dialog.id === dialog?.id ? open?.dialog : undefined;
      open = dialog ? { stage, dialog, sign } : undefined;
      if (!dialog) return window.hide();
      box.replaceChildren(...inside(dialog, { pressed, find: findFor(stage) }, leave));
      window.show({
        kind: `in-teams ${sizeOf(dialog.width)}`,
        title: dialog.title || before?.title || stage.persona.place.bot.name,
        content: [box],
      });
      const first = before ? null : box.querySelector<HTMLElement>("input, select, textarea, button");
      (first ?? window.element.querySelector<HTMLElement>("h2"))?.focus();
      if (before) announce(faultsOf(box));
    },
  };
}

/** What the app finds wrong stands in the colour for attention: a dialog that comes back says it. */
function faultsOf(box: HTMLElement): string {
  const found = [...box.querySelectorAll<HTMLElement>(".ac-textBlock")].filter(({ style }) =>
    style.color.includes("attention"),
  );
  return found.map(({ textContent }) => textContent?.trim() ?? "").join(" ");
}

function inside(dialog: TeamsDialog, hands: Hands, leave: () => void): Node[] {
  const notice = h("p", { class: "notice", "data-notice": "view", hidden: true });
  if (dialog.message === null) return [h("div", { class: "window-body" }, adaptiveCard(dialog.card, hands), notice)];
  const text = h("div", { class: "typed" });
  text.append(markdownNodes(dialog.message));
  const close = h("button", { type: "button", class: "press primary", onclick: leave }, "Close");
  return [h("div", { class: "window-body" }, text, notice), h("div", { class: "window-foot" }, close)];
}

function sizeOf(width: TeamsDialog["width"]): string {
  return width === "small" || width === "large" ? width : "";
}
