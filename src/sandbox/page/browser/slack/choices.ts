/** Radio buttons, checkboxes and menus with several answers: one group of the browser's own boxes. */
import { background } from "../background.ts";
import { h, newId } from "../dom.ts";
import type { MultiSelect, Option, Select } from "./block-kit.ts";
import { field } from "./fields.ts";
import { mrkdwn } from "./mrkdwn.ts";
import { given, type Spot } from "./surface.ts";

export function choices(element: Select | MultiSelect, spot: Spot): HTMLElement {
  const single = element.type === "radio_buttons" || element.type === "static_select";
  const initial = startOf(element, spot);
  const name = newId();
  const grouped = element.option_groups ?? [{ label: undefined, options: element.options ?? [] }];
  const group = h(
    "div",
    {
      role: single ? "radiogroup" : "group",
      class: `choices ${element.type === "multi_static_select" ? "many" : ""}`,
      "aria-labelledby": `${spot.id}-label`,
      "aria-describedby": spot.describedBy,
      id: spot.id,
    },
    ...grouped.flatMap(({ label, options }) => [
      label && h("p", { class: "choices-label" }, label.text),
      ...options.map((option) => box(option, { name, single, checked: initial.includes(option.value) }, spot)),
    ]),
  );
  if (spot.name !== "") {
    group.removeAttribute("aria-labelledby");
    group.setAttribute("aria-label", spot.name);
  }
  const chosen = () => [...group.querySelectorAll<HTMLInputElement>("input:checked")].map((input) => input.value);
  group.addEventListener("change", () => {
    if (!spot.sends) return;
    const values = chosen();
    background(
      spot.surface.press(
        { blockId: spot.blockId, actionId: element.action_id, chosen: single ? (values[0] ?? "") : values },
        group,
      ),
    );
  });
  return field(group, {
    blockId: spot.blockId,
    actionId: element.action_id,
    read: () => (single ? (chosen()[0] ?? null) : chosen()),
  });
}

function startOf(element: Select | MultiSelect, spot: Spot): readonly string[] {
  const before = given(spot, element.action_id);
  if (before !== undefined) return [before ?? []].flat();
  if ("initial_options" in element) return element.initial_options?.map(({ value }) => value) ?? [];
  return "initial_option" in element && element.initial_option ? [element.initial_option.value] : [];
}

type Box = { readonly name: string; readonly single: boolean; readonly checked: boolean };

function box(option: Option, { name, single, checked }: Box, { surface }: Spot): HTMLElement {
  const words = (text: Option["text"]) => (text.type === "mrkdwn" ? mrkdwn(text.text, surface.names) : [text.text]);
  return h(
    "label",
    { class: "choice" },
    h("input", { type: single ? "radio" : "checkbox", name, value: option.value, checked }),
    h(
      "span",
      {},
      ...words(option.text),
      option.description && h("span", { class: "hint" }, ...words(option.description)),
    ),
  );
}
