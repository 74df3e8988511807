/** The modals of Slack: a stack of views, the top one shown in a window. */

import type { Inputs, SlackView } from "../../../wire.ts";
import { announce } from "../announce.ts";
import { background } from "../background.ts";
import { h } from "../dom.ts";
import type { Stage } from "../stage.ts";
import { modalWindow, type Window } from "../window.ts";
import { drawBlocks } from "./blocks.ts";
import { inputsOf } from "./fields.ts";
import { surfaceOf } from "./surfaces.ts";

export type ViewWindow = { readonly show: (stage: Stage, views: readonly SlackView[]) => void };

export function viewWindow(): ViewWindow {
  let open: { stage: Stage; view: SlackView; sign: string } | undefined;
  const form = h("form", { novalidate: true, class: "view" });
  const leave = () => {
    if (!open) return;
    const { stage, view } = open;
    background(stage.act({ route: "/close", body: { view: view.id }, around: form, control: form, shownAt: "view" }));
  };
  const window = modalWindow(leave);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!open?.view.submit) return;
    const body = { view: open.view.id, inputs: inputsOf(form) };
    const control = form.querySelector<HTMLElement>("[type=submit]") ?? form;
    const sent = open.stage.act({ route: "/submit", body, around: form, control, shownAt: "view" });
    background(sent.then(() => wrongField(form)?.focus()));
  });

  return {
    show: (stage, views) => {
      const view = views.at(-1);
      const sign = view ? signOf(stage, view, views.length) : "";
      if (open?.sign === sign) return;
      const before = open;
      open = view && { stage, view, sign };
      if (!view) return window.hide();
      const redrawn = before?.view.id === view.id;
      const typed = redrawn ? inputsOf(form) : {};
      const held = redrawn ? focusedField(form) : undefined;
      fill(form, { stage, view: { ...view, inputs: merged(view.inputs, typed) }, below: views.slice(0, -1), leave });
      window.show({ kind: "in-slack", title: view.title, content: [form] });
      placeFocus(window, form, held);
      const errors = Object.values(view.errors);
      if (errors.length > 0) announce(`There is a problem. ${errors.join(" ")}`);
    },
  };
}

/** What must look different. The inputs are left out: they are what the person types. */
function signOf(stage: Stage, view: SlackView, depth: number): string {
  return JSON.stringify([stage.persona.key, depth, { ...view, inputs: null }]);
}

/** A field that keeps its block_id and action_id keeps what was typed, as in Slack. */
function merged(given: Inputs, typed: Inputs): Inputs {
  const blocks = new Set([...Object.keys(given), ...Object.keys(typed)]);
  return Object.fromEntries([...blocks].map((block) => [block, { ...given[block], ...typed[block] }]));
}

type Filled = {
  readonly stage: Stage;
  readonly view: SlackView;
  readonly below: readonly SlackView[];
  readonly leave: () => void;
};

function fill(form: HTMLFormElement, { stage, view, below, leave }: Filled): void {
  const surface = surfaceOf(stage, { view: view.id }, { around: form, drawn: view });
  form.replaceChildren(
    h(
      "div",
      { class: "window-body" },
      below.length > 0 && h("p", { class: "crumbs" }, `${below.map(({ title }) => title).join(" › ")} ›`),
      ...drawBlocks(view.blocks, surface),
      h("p", { class: "notice", "data-notice": "view", hidden: true }),
    ),
    h(
      "div",
      { class: "window-foot" },
      h("button", { type: "button", class: "press", onclick: leave }, view.close),
      view.submit !== null && h("button", { type: "submit", class: "press primary" }, view.submit),
    ),
  );
}

function focusedField(form: HTMLElement): string | undefined {
  return (
    document.activeElement?.closest<HTMLElement>("[data-field]")?.dataset["field"] ??
    (form.contains(document.activeElement) ? "" : undefined)
  );
}

const FOCUSABLE = "input, select, textarea, button";

function wrongField(form: HTMLElement): HTMLElement | null {
  return form.querySelector<HTMLElement>(".wrong :is(input, select, textarea)");
}

/** First what is wrong, then where the person was, then the first field. */
function placeFocus(window: Window, form: HTMLElement, held: string | undefined): void {
  const inside = (selector: string) => {
    const found = form.querySelector<HTMLElement>(selector);
    return found?.matches(FOCUSABLE) ? found : found?.querySelector<HTMLElement>(FOCUSABLE);
  };
  const target =
    wrongField(form) ??
    (held ? inside(`[data-field="${CSS.escape(held)}"]`) : undefined) ??
    inside("[data-field]") ??
    window.element.querySelector<HTMLElement>("h2");
  target?.focus();
}
