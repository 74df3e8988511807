/** Told to the person when a press or a form has nothing else to show: what was recorded, and what follows. */
import { line } from "./blocks.ts";
import type { Button, Card } from "./model.ts";

export type DoneFacts = {
  readonly title: string;
  readonly next: string;
  /** What can be done about it at once. */
  readonly buttons?: readonly Button[];
};

export function done({ title, next, buttons = [] }: DoneFacts): Card {
  return { title, notification: "That was recorded.", body: [line(next)], buttons };
}
