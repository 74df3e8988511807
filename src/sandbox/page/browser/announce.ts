/** Speaks to screen readers: one polite region for the whole page. */
import { byId } from "./dom.ts";

/** Says a text. Emptied first, so that the same text is read again. */
export function announce(text: string): void {
  const region = byId("announcer");
  region.textContent = "";
  setTimeout(() => {
    region.textContent = text;
  }, 50);
}
