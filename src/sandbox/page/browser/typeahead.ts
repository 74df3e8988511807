/** A box whose choices the bot gives while the person types (ARIA combobox), for one answer or for several. */
import { background } from "./background.ts";
import { h, newId } from "./dom.ts";

export type Suggestion = { readonly text: string; readonly value: string };

export type Typeahead = {
  readonly id: string;
  readonly placeholder: string;
  readonly many: boolean;
  readonly chosen: readonly Suggestion[];
  /** So many characters are typed before it asks. */
  readonly least: number;
  readonly find: (typed: string) => Promise<readonly Suggestion[]>;
  readonly changed: (values: readonly string[]) => void;
  /** Further attributes of the text box. */
  readonly attributes: Readonly<Record<string, string | undefined>>;
};

export type Drawn = {
  readonly box: HTMLElement;
  readonly input: HTMLInputElement;
  readonly values: () => readonly string[];
};

/** People stop typing for about this long before they look. */
const PAUSE_MS = 200;

export function typeahead(asked: Typeahead): Drawn {
  let chosen = [...asked.chosen];
  const list = h("ul", {
    role: "listbox",
    id: newId(),
    class: "suggestions",
    hidden: true,
    "aria-label": "Suggestions",
  });
  const input = h("input", {
    ...asked.attributes,
    type: "text",
    role: "combobox",
    id: asked.id,
    autocomplete: "off",
    placeholder: asked.placeholder,
    "aria-expanded": "false",
    "aria-controls": list.id,
    "aria-autocomplete": "list",
  });
  const several = h("ul", { class: "chosen", "aria-label": "Chosen" });
  const settle = (next: readonly Suggestion[]) => {
    chosen = [...next];
    several.replaceChildren(...(asked.many ? chosen : []).map((one) => token(one, () => drop(one))));
    several.hidden = several.childElementCount === 0;
    if (!asked.many) input.value = chosen[0]?.text ?? input.value;
  };
  const say = () => asked.changed(chosen.map(({ value }) => value));
  const drop = ({ value }: Suggestion) => {
    settle(chosen.filter((one) => one.value !== value));
    say();
    input.focus();
  };
  const show = (options: readonly Suggestion[]) => {
    list.replaceChildren(...options.map((option) => suggestion(option, () => choose(option))));
    list.hidden = options.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (option: Suggestion) => {
    if (asked.many) input.value = "";
    settle(asked.many ? [...chosen.filter(({ value }) => value !== option.value), option] : [option]);
    show([]);
    say();
  };
  const search = async () => {
    const typed = input.value;
    if (typed.length < asked.least) return show([]);
    const found = await asked.find(typed);
    if (input.value === typed) show(found);
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  input.addEventListener("input", () => {
    if (!asked.many) chosen = [];
    clearTimeout(timer);
    timer = setTimeout(() => background(search()), PAUSE_MS);
  });
  input.addEventListener("keydown", (event) => moveInList(event, { input, list, close: () => show([]) }));
  input.addEventListener("blur", () => setTimeout(() => show([]), 150));
  settle(chosen);
  const box = h("div", { class: "combobox" }, several, input, list);
  return { box, input, values: () => chosen.map(({ value }) => value) };
}

function token({ text }: Suggestion, drop: () => void): HTMLElement {
  return h("li", {}, text, h("button", { type: "button", "aria-label": `Remove ${text}`, onclick: drop }, "×"));
}

function suggestion(option: Suggestion, choose: () => void): HTMLElement {
  const item = h("li", { role: "option", id: newId(), "aria-selected": "false" }, option.text);
  item.addEventListener("mousedown", (event) => event.preventDefault());
  item.addEventListener("click", choose);
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
