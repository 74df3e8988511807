/** One interactive element of Block Kit as the browser's own control. */
import { background } from "../background.ts";
import { h } from "../dom.ts";
import type { Button, Element, Image, Option, Picker, Select, TextInput } from "./block-kit.ts";
import { choices } from "./choices.ts";
import { externalSelect } from "./external-select.ts";
import { field } from "./fields.ts";
import { overflow } from "./overflow.ts";
import { given, type Spot } from "./surface.ts";

export function drawElement(element: Element, spot: Spot): HTMLElement {
  switch (element.type) {
    case "button":
      return button(element, spot);
    case "overflow":
      return overflow(element, spot);
    case "image":
      return picture(element);
    case "static_select":
      return menu(element, spot);
    case "radio_buttons":
    case "checkboxes":
    case "multi_static_select":
      return choices(element, spot);
    case "external_select":
    case "multi_external_select":
      return externalSelect(element, spot);
    case "datepicker":
    case "timepicker":
      return picker(element, spot);
    case "plain_text_input":
    case "number_input":
    case "email_text_input":
    case "url_text_input":
      return textInput(element, spot);
  }
}

function button(element: Button, spot: Spot): HTMLElement {
  const made = h(
    "button",
    {
      type: "button",
      class: `press ${element.style ?? ""}`,
      "aria-label": element.accessibility_label,
      "data-press": element.action_id,
    },
    element.text.text,
  );
  const press = async () => {
    if (element.confirm && !(await spot.surface.confirmed(element.confirm))) return;
    if (element.url) window.open(element.url, "_blank", "noopener,noreferrer");
    await spot.surface.press({ blockId: spot.blockId, actionId: element.action_id }, made);
  };
  made.addEventListener("click", () => background(press()));
  return made;
}

/** Pictures on other machines are not fetched: their words stand for them. */
export function picture({ image_url, alt_text }: Image): HTMLElement {
  const own = image_url.startsWith("data:") || new URL(image_url, location.href).origin === location.origin;
  return own
    ? h("img", { src: image_url, alt: alt_text })
    : h("span", { class: "no-picture", role: "img", "aria-label": alt_text }, alt_text);
}

function menu(element: Select, spot: Spot): HTMLElement {
  const value = given(spot, element.action_id) ?? element.initial_option?.value ?? "";
  const drawn = (option: Option) =>
    h("option", { value: option.value, selected: option.value === value }, option.text.text);
  const select = h(
    "select",
    naming(spot),
    h("option", { value: "" }, element.placeholder?.text ?? "Choose an option"),
    ...(element.options ?? []).map(drawn),
    ...(element.option_groups ?? []).map(({ label, options }) =>
      h("optgroup", { label: label.text }, ...options.map(drawn)),
    ),
  );
  select.addEventListener("change", () => {
    if (spot.sends && select.value !== "")
      background(send(select, spot, { actionId: element.action_id, confirm: element.confirm }));
  });
  return asField(select, spot, element.action_id);
}

function picker(element: Picker, spot: Spot): HTMLElement {
  const initial = element.type === "datepicker" ? element.initial_date : element.initial_time;
  const input = h("input", { type: element.type === "datepicker" ? "date" : "time", ...naming(spot) });
  input.value = String(given(spot, element.action_id) ?? initial ?? "");
  input.addEventListener("change", () => {
    if (spot.sends && input.value !== "")
      background(send(input, spot, { actionId: element.action_id, confirm: element.confirm }));
  });
  return asField(input, spot, element.action_id);
}

const TYPES = {
  plain_text_input: "text",
  number_input: "text",
  email_text_input: "email",
  url_text_input: "url",
} as const;

function textInput(element: TextInput, spot: Spot): HTMLElement {
  const common = { ...naming(spot), maxlength: element.max_length, placeholder: element.placeholder?.text };
  const input = element.multiline
    ? h("textarea", { ...common, rows: 4 })
    : h("input", {
        ...common,
        type: TYPES[element.type],
        inputmode: element.type === "number_input" ? "numeric" : undefined,
      });
  input.value = String(given(spot, element.action_id) ?? element.initial_value ?? "");
  input.autofocus = element.focus_on_load ?? false;
  return asField(input, spot, element.action_id);
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

async function send(
  control: Control,
  spot: Spot,
  { actionId, confirm }: { actionId: string; confirm: Button["confirm"] },
) {
  if (confirm && !(await spot.surface.confirmed(confirm))) return;
  await spot.surface.press({ blockId: spot.blockId, actionId, chosen: control.value }, control);
}

function asField(control: Control, spot: Spot, actionId: string): HTMLElement {
  return field(control, { blockId: spot.blockId, actionId, read: () => (control.value === "" ? null : control.value) });
}

function naming(spot: Spot) {
  return {
    id: spot.id,
    "aria-label": spot.name === "" ? undefined : spot.name,
    "aria-describedby": spot.describedBy,
    "aria-required": spot.required ? "true" : undefined,
    "aria-invalid": spot.surface.errors[spot.blockId] === undefined ? undefined : "true",
  };
}
