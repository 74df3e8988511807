/** What only the Teams adapter has to say by itself; the rest is in ../calm-cards.ts. */
import { calm } from "../calm-cards.ts";

/** Teams does not let a dialog wait and be drawn anew, so a slow form has to be asked for again. */
export const TOO_SLOW = calm(
  "This takes longer than usual",
  "The register did not answer in time. Nothing was changed by your click.",
  "Try again in a minute. If it goes on, tell an administrator.",
);

/** Said in the channel itself, to the one person, when the app has no chat with them: it repeats nothing. */
export const NO_CHAT = calm(
  "Add this app first",
  "The answer is only for you, and this app has no chat with you yet.",
  "Add the app for yourself, then try again.",
);

export const DONE = "Done. You can close this.";
