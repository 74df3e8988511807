/** Told to the person when a press or a form has nothing else to show: what was recorded, and what follows. */
import { line } from "./blocks.ts";
import type { Card } from "./model.ts";

export type DoneFacts = { readonly title: string; readonly next: string };

export function done({ title, next }: DoneFacts): Card {
  return { title, notification: "That was recorded.", body: [line(next)], buttons: [] };
}
