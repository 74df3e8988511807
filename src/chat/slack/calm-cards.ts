/** What only Slack's adapter has to say by itself; the rest is in ../calm-cards.ts. */
import { calm } from "../calm-cards.ts";
import { COMMANDS } from "../desk.ts";

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
