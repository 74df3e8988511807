/** A menu that the bot fills while the person types: a text box with a list of suggestions (ARIA combobox). */
import { background } from "../background.ts";
import { h, newId } from "../dom.ts";
import type { ExternalSelect } from "./block-kit.ts";
import { field } from "./fields.ts";
import { given, type Spot, type Suggestion } from "./surface.ts";

/** People stop typing for about this long before they look. */
const PAUSE_MS = 200;

export function externalSelect(element: ExternalSelect, spot: Spot): HTMLElement {
  const list = h("ul", {
    role: "listbox",
    id: newId(),
    class: "suggestions",
    hidden: true,
    "aria-label": "Suggestions",
  });
  const input = h("input", {
    type: "text",
    role: "combobox",
    id: spot.id,
    autocomplete: "off",
    placeholder: element.placeholder?.text ?? "Type to search",
    "aria-label": spot.name === "" ? undefined : spot.name,
    "aria-expanded": "false",
    "aria-controls": list.id,
    "aria-autocomplete": "list",
    "aria-describedby": spot.describedBy,
  });
  const before = given(spot, element.action_id);
  let value: string | null = typeof before === "string" ? before : (element.initial_option?.value ?? null);
  input.value = element.initial_option?.text.text ?? value ?? "";
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = (options: readonly Suggestion[]) => {
    list.replaceChildren(...options.map((option) => suggestion(option, choose)));
    list.hidden = options.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (option: Suggestion) => {
    value = option.value;
    input.value = option.text;
    show([]);
    if (spot.sends)
      background(spot.surface.press({ blockId: spot.blockId, actionId: element.action_id, chosen: value }, input));
  };
  const search = async () => {
    const query = input.value;
    if (query.length < (element.min_query_length ?? 3)) return show([]);
    const found = await spot.surface.options({ blockId: spot.blockId, actionId: element.action_id, query });
    if (input.value === query) show(found);
  };
  input.addEventListener("input", () => {
    value = null;
    clearTimeout(timer);
    timer = setTimeout(() => background(search()), PAUSE_MS);
  });
  input.addEventListener("keydown", (event) => moveInList(event, { input, list, close: () => show([]) }));
  input.addEventListener("blur", () => setTimeout(() => show([]), 150));
  const box = h("div", { class: "combobox" }, input, list);
  return field(box, { blockId: spot.blockId, actionId: element.action_id, read: () => value });
}

function suggestion(option: Suggestion, choose: (option: Suggestion) => void): HTMLElement {
  const item = h("li", { role: "option", id: newId(), "aria-selected": "false" }, option.text);
  item.addEventListener("mousedown", (event) => event.preventDefault());
  item.addEventListener("click", () => choose(option));
  return item;
}

type Parts = { readonly input: HTMLInputElement; readonly list: HTMLElement; readonly close: () => void };

function moveInList(event: KeyboardEvent, { input, list, close }: Parts): void {
  const items = [...list.children].filter((child) => child instanceof HTMLElement);
  const at = items.findIndex((item) => item.getAttribute("aria-selected") === "true");
  if (list.hidden) return;
  if (event.key === "Escape") {
    event.preventDefault();
    event.stopPropagation();
    close();
    return;
  }
  if (event.key === "Enter") {
    event.preventDefault();
    items[at]?.click();
    return;
  }
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0 || items.length === 0) return;
  event.preventDefault();
  const next = items[(at + step + items.length) % items.length];
  for (const item of items) item.setAttribute("aria-selected", String(item === next));
  if (next) input.setAttribute("aria-activedescendant", next.id);
  next?.scrollIntoView({ block: "nearest" });
}
