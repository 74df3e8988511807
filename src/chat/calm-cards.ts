/** What the adapters themselves say to a person when there is no answer of the desk to show. Words: WORDS.md, refusals. */
import type { Card } from "../../cards/model.ts";
import type { Answer } from "./desk.ts";

/** A card of plain sentences; the title is its notification too. */
export function calm(title: string, ...sentences: readonly string[]): Card {
  return { title, notification: title, body: sentences.map((text) => ({ kind: "line", spans: [text] })), buttons: [] };
}

export const told = (card: Card): Answer => ({ kind: "told", card });

/** For a button or a form whose name or value is not one that this version makes. */
export const STALE = calm("Open the newest card", "This button is from an older version. Open the newest card.");

/** For a failure before anything could be written. */
export const NOTHING_CHANGED = calm(
  "Something went wrong",
  "Something went wrong on our side. Nothing was changed by your click.",
  "Try again in a minute. If it goes on, tell an administrator.",
);

/** For a failure after which it is not known whether it was written (DESIGN decision 4). */
export const UNCONFIRMED = calm(
  "Not confirmed",
  "We could not confirm this. The card will show it.",
  "If nothing changes in a minute, try again. If it goes on, tell an administrator.",
);
