/** What the adapter itself says to a person when there is no answer of the desk to show. Words: WORDS.md, refusals. */
import type { Card } from "../../../cards/model.ts";

function calm(title: string, ...sentences: readonly string[]): Card {
  return { title, notification: title, body: sentences.map((text) => ({ kind: "line", spans: [text] })), buttons: [] };
}

/** For a button or a form whose name or value is not one that this version makes. */
export const STALE = calm("Open the newest card", "This button is from an older version. Open the newest card.");

/** For a failure before anything could be written. */
export const NOTHING_CHANGED = calm(
  "Something went wrong",
  "Something went wrong on our side. Nothing was changed by your click.",
  "Try again in a minute. If it goes on, tell an administrator.",
);

/** Teams does not let a dialog wait and be drawn anew, so a slow form has to be asked for again. */
export const TOO_SLOW = calm(
  "This takes longer than usual",
  "The register did not answer in time. Nothing was changed by your click.",
  "Try again in a minute. If it goes on, tell an administrator.",
);

/** For a failure after which it is not known whether it was written (DESIGN decision 4). */
export const UNCONFIRMED = calm(
  "Not confirmed",
  "We could not confirm this. The card will show it.",
  "If nothing changes in a minute, try again. If it goes on, tell an administrator.",
);

/** Said in the channel itself, to the one person, when the app has no chat with them: it repeats nothing. */
export const NO_CHAT = calm(
  "Add this app first",
  "The answer is only for you, and this app has no chat with you yet.",
  "Add the app for yourself, then try again.",
);

export const DONE = "Done. You can close this.";
