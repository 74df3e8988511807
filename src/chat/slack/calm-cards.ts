/** What the adapter itself says to a person when there is no answer of the desk to show. Words: WORDS.md, refusals. */
import type { Card } from "../../../cards/model.ts";
import { COMMANDS } from "../desk.ts";

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

/** For a failure after which it is not known whether it was written (DESIGN decision 4). */
export const UNCONFIRMED = calm(
  "Not confirmed",
  "We could not confirm this. The card will show it.",
  "If nothing changes in a minute, try again. If it goes on, tell an administrator.",
);

export const NOT_CONNECTED = calm(
  "Not connected",
  "Your workspace is not connected to this register.",
  "Ask an administrator of your organisation.",
);

/** Slack lets nobody close an open window from outside, so it says that it can be closed. */
export const DONE = calm("Done", "Done. You can close this window.");

export const ONE_MOMENT = calm(
  "One moment…",
  "This takes a little longer than usual.",
  "If this window does not change, close it. The card will show whether it counted.",
);

export const UNKNOWN_COMMAND = `That command is not known here. You can use: ${COMMANDS.map((name) => `/${name}`).join(", ")}.`;

/** In a message under the command or the card, so it repeats nothing of what should have been shown. */
export const NO_WINDOW =
  "Slack could not open the window. Try again. If you pressed a button, the card shows whether it counted.";
