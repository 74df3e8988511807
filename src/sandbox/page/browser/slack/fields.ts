/** What stands in the fields of a message or a view: each field carries its block_id and action_id. */
import type { Inputs } from "../../../wire.ts";

/** A field on the page. `read` gives what is chosen or typed now, null for nothing. */
export type Field = {
  readonly blockId: string;
  readonly actionId: string;
  readonly read: () => string | string[] | null;
};

const FIELDS = new WeakMap<HTMLElement, Field>();

/** Marks an element as a field, so that `inputsOf` finds it. */
export function field<T extends HTMLElement>(element: T, known: Field): T {
  FIELDS.set(element, known);
  element.setAttribute("data-field", `${known.blockId} ${known.actionId}`);
  return element;
}

/** All fields inside an element, as the local server wants them. */
export function inputsOf(inside: HTMLElement): Inputs {
  const inputs: Inputs = {};
  for (const element of inside.querySelectorAll<HTMLElement>("[data-field]")) {
    const known = FIELDS.get(element);
    if (known) inputs[known.blockId] = { ...inputs[known.blockId], [known.actionId]: known.read() };
  }
  return inputs;
}
