/** One activity on its way to the desk: what happened, who did it, and how to reach that person privately. */
import type { Card } from "../../../cards/model.ts";
import type { Account } from "../desk.ts";
import type { Activity } from "./activity.ts";
import type { Counter } from "./ask.ts";

export type Turn = {
  readonly activity: Activity;
  readonly from: Account;
  readonly counter: Counter;
  /** Shows a card to this person and to nobody else. Never throws. */
  readonly whisper: (card: Card) => Promise<void>;
};
