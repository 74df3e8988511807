/** "Are you sure?" with the words of the bot. */
import { h } from "./dom.ts";
import type { Confirm } from "./slack/block-kit.ts";
import { mrkdwn, type Names } from "./slack/mrkdwn.ts";
import { modalWindow } from "./window.ts";

/** Asks, and gives back whether the person said yes. */
export function confirmed(confirm: Confirm, names: Names): Promise<boolean> {
  return new Promise((resolve) => {
    const answer = (yes: boolean) => {
      window.hide();
      window.element.remove();
      resolve(yes);
    };
    const window = modalWindow(() => answer(false));
    const words = confirm.text.type === "mrkdwn" ? mrkdwn(confirm.text.text, names) : [confirm.text.text];
    const no = h("button", { type: "button", class: "press", onclick: () => answer(false) }, confirm.deny.text);
    const yes = h(
      "button",
      { type: "button", class: `press ${confirm.style ?? "primary"}`, onclick: () => answer(true) },
      confirm.confirm.text,
    );
    window.show({
      kind: "in-slack small",
      title: confirm.title.text,
      content: [h("div", { class: "window-body" }, h("p", {}, ...words)), h("div", { class: "window-foot" }, no, yes)],
    });
    no.focus();
  });
}
