/** What the chat answered to an act: shown beside the message that was pressed, in the open window, or above the box. */
import type { Outcome } from "../../wire.ts";

type Notice = { readonly text: string; readonly failed: boolean };

const shown = new Map<string, Notice>();

/** Keeps the answer for this place and shows it; a good answer without words clears it. */
export function setNotice(shownAt: string, outcome: Outcome | undefined): void {
  const text = outcome?.ok ? outcome.said : outcome?.error;
  if (text) shown.set(shownAt, { text, failed: !outcome?.ok });
  else shown.delete(shownAt);
  drawNotices();
}

/** Forgets all answers: they belonged to another person or conversation. */
export function forgetNotices(): void {
  shown.clear();
  drawNotices();
}

/** Writes every answer into its place, as far as the place is on the page. */
export function drawNotices(): void {
  for (const place of document.querySelectorAll<HTMLElement>("[data-notice]")) {
    const notice = shown.get(place.dataset["notice"] ?? "");
    const text =
      notice === undefined
        ? ""
        : notice.failed
          ? `It did not work: ${notice.text}`
          : `Only you see this: ${notice.text}`;
    if (place.textContent === text) continue;
    place.textContent = text;
    place.hidden = notice === undefined;
    place.classList.toggle("failed", notice?.failed ?? false);
  }
}
