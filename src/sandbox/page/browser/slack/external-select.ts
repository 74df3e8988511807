/** A menu that the bot fills while the person types. */
import { background } from "../background.ts";
import { type Suggestion, typeahead } from "../typeahead.ts";
import type { ExternalSelect } from "./block-kit.ts";
import { field } from "./fields.ts";
import { given, type Spot } from "./surface.ts";

/** The words of what was ever offered: a window that is drawn anew knows only the values. */
const offered = new Map<string, string>();

export function externalSelect(element: ExternalSelect, spot: Spot): HTMLElement {
  const { action_id: actionId } = element;
  const { surface, blockId } = spot;
  const many = element.type === "multi_external_select";
  const initial = [element.initial_option ?? [], element.initial_options ?? []].flat();
  for (const { text, value } of initial) offered.set(value, text.text);
  const { box, values } = typeahead({
    id: spot.id,
    many,
    placeholder: element.placeholder?.text ?? "Type to search",
    chosen: chosenAt(spot, actionId) ?? initial.map(({ text, value }) => ({ text: text.text, value })),
    least: element.min_query_length ?? 3,
    find: async (query) => {
      const found = await surface.options({ blockId, actionId, query });
      for (const { text, value } of found) offered.set(value, text);
      return found;
    },
    changed: (now) => {
      const chosen = many ? [...now] : (now[0] ?? "");
      if (spot.sends) background(surface.press({ blockId, actionId, chosen }, box));
    },
    attributes: {
      "aria-label": spot.name === "" ? undefined : spot.name,
      "aria-describedby": spot.describedBy,
      "aria-required": spot.required ? "true" : undefined,
      "aria-invalid": surface.errors[blockId] === undefined ? undefined : "true",
    },
  });
  return field(box, { blockId, actionId, read: () => (many ? [...values()] : (values()[0] ?? null)) });
}

/** What was chosen before the window was drawn anew. */
function chosenAt(spot: Spot, actionId: string): readonly Suggestion[] | undefined {
  const before = given(spot, actionId);
  if (before === undefined) return undefined;
  return [before ?? []].flat().map((value) => ({ text: offered.get(value) ?? value, value }));
}
