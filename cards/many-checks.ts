/** To the register team: somebody looks many customers up (DESIGN section 6). It may be their work; ask. */
import { line } from "./blocks.ts";
import type { Card } from "./model.ts";

export type ManyChecksFacts = { readonly officer: string };

export function manyChecks({ officer }: ManyChecksFacts): Card {
  return {
    title: "Many checks in an hour",
    notification: "Somebody made many checks of the register.",
    body: [line(`${officer} made more than 20 checks of the register within an hour. Ask what they are for.`)],
    buttons: [],
  };
}
