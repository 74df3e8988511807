/** The list of people: grouped by council and chat, moved through with the arrow keys, unread counts beside the names. */
import { h, newId } from "./dom.ts";
import { type Cast, CHAT_NAME, initials, type Persona } from "./places.ts";

export type PeopleList = {
  readonly element: HTMLElement;
  readonly choose: (key: string | undefined) => void;
  readonly count: (key: string, unread: number) => void;
  /** Puts the focus on the chosen person. */
  readonly focus: () => void;
};

type Deps = {
  readonly chosen: (persona: Persona) => void;
  readonly openRegister: (persona: Persona) => void;
};

export function peopleList(cast: Cast, deps: Deps): PeopleList {
  const rows = new Map(cast.personas.map((persona) => [persona.key, row(persona, deps.chosen)]));
  const element = h("div", { class: "people-list" }, ...groups(cast).map((group) => drawGroup(group, rows, deps)));
  element.addEventListener("keydown", (event) =>
    moveFocus(event, [...element.querySelectorAll<HTMLElement>(".person")]),
  );
  const first = element.querySelector<HTMLElement>(".person");
  first?.setAttribute("tabindex", "0");

  return {
    element,
    choose: (key) => {
      for (const [one, button] of rows) mark(button, one === key);
      if (key === undefined) first?.setAttribute("tabindex", "0");
    },
    count: (key, unread) => drawCount(rows.get(key), unread),
    focus: () => (element.querySelector<HTMLElement>("[aria-current]") ?? first)?.focus(),
  };
}

type Group = { readonly name: string; readonly personas: readonly Persona[] };

function groups({ personas }: Cast): Group[] {
  const found = new Map<string, Persona[]>();
  for (const persona of personas) {
    const name = persona.council?.name ?? "No council";
    found.set(name, [...(found.get(name) ?? []), persona]);
  }
  return [...found].map(([name, members]) => ({ name, personas: members }));
}

function drawGroup({ name, personas }: Group, rows: ReadonlyMap<string, HTMLElement>, deps: Deps): HTMLElement {
  const heading = newId();
  const register = registerPersona(personas);
  const chats = (["slack", "teams"] as const).filter((chat) => personas.some((one) => one.chat === chat));
  return h(
    "section",
    { "aria-labelledby": heading, class: "council" },
    h("h2", { id: heading }, name),
    register &&
      h("button", { type: "button", class: "quiet", onclick: () => deps.openRegister(register) }, "Open the register"),
    ...chats.flatMap((chat) => [
      h("h3", { class: `in-${chat}` }, CHAT_NAME[chat]),
      h(
        "ul",
        { role: "list" },
        ...personas.filter((one) => one.chat === chat).map((one) => h("li", {}, rows.get(one.key))),
      ),
    ]),
  );
}

/** Who looks after the register: named by the sandbox, else told by the role. */
function registerPersona(personas: readonly Persona[]): Persona | undefined {
  return (
    personas.find(({ id, council }) => council?.registerPerson === id) ??
    personas.find(({ role }) => /\bregister\b/i.test(role))
  );
}

function row(persona: Persona, chosen: Deps["chosen"]): HTMLButtonElement {
  const about = [persona.role, persona.service].filter((part) => part !== "").join(" · ");
  return h(
    "button",
    { type: "button", class: `person in-${persona.chat}`, tabindex: -1, onclick: () => chosen(persona) },
    h("span", { class: "picture", "aria-hidden": "true" }, initials(persona.name)),
    h(
      "span",
      { class: "who" },
      h("span", { class: "name" }, persona.name),
      about !== "" && h("span", { class: "about" }, about),
      h("span", { class: "unseen" }, `, in ${CHAT_NAME[persona.chat]}`),
    ),
    h("span", { class: "unread" }),
  );
}

function mark(button: HTMLElement, current: boolean): void {
  button.setAttribute("tabindex", current ? "0" : "-1");
  if (current) button.setAttribute("aria-current", "true");
  else button.removeAttribute("aria-current");
}

function drawCount(button: HTMLElement | undefined, unread: number): void {
  const place = button?.querySelector(".unread");
  if (!place || place.getAttribute("data-count") === String(unread)) return;
  place.setAttribute("data-count", String(unread));
  place.replaceChildren(...(unread > 0 ? [String(unread), h("span", { class: "unseen" }, " unread")] : []));
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

function moveFocus(event: KeyboardEvent, rows: readonly HTMLElement[]): void {
  const at = rows.indexOf(document.activeElement as HTMLElement);
  if (at < 0) return;
  const step = STEPS[event.key];
  const to = event.key === "Home" ? 0 : event.key === "End" ? rows.length - 1 : step === undefined ? -1 : at + step;
  const next = rows[to];
  if (next === undefined) return;
  event.preventDefault();
  for (const row of rows) row.setAttribute("tabindex", row === next ? "0" : "-1");
  next.focus();
}
