/** Brings an answer to the screen within Slack's three seconds, however long the desk takes. */
import { type SlackView, slackModal, slackToldModal } from "../../../cards/render/slack.ts";
import type { Answer } from "../desk.ts";
import { within } from "../wait.ts";
import { DONE, ONE_MOMENT } from "./calm-cards.ts";
import type { Place } from "./windows.ts";

/** Short enough to leave the 2 s that opening a window may take. */
const MOMENT_AFTER_MS = 800;

/**
 * Draws the answer, or "One moment…" and then the answer. `seen` is called once, when the person sees something or
 * nothing is to be seen: with false when Slack did not let us show it.
 */
export async function showAnswer(
  place: Place,
  answering: Promise<Answer>,
  seen: (shown: boolean) => Promise<void>,
): Promise<void> {
  const early = await within(MOMENT_AFTER_MS, answering);
  if (early !== undefined) {
    const view = viewOf(early) ?? (place.isOpen ? slackToldModal(DONE) : undefined);
    return seen(view === undefined || (await place.draw(view)));
  }
  const waiting = await place.draw(slackToldModal(ONE_MOMENT));
  await seen(waiting);
  const view = viewOf(await answering) ?? slackToldModal(DONE);
  if (waiting) await place.draw(view);
}

/** The window of an answer; `undefined` when there is nothing to show. */
export function viewOf(answer: Answer): SlackView | undefined {
  switch (answer.kind) {
    case "form":
      return slackModal(answer.form);
    case "faults":
      return slackModal(answer.form, answer.faults);
    case "told":
      return slackToldModal(answer.card);
    case "done":
      return undefined;
  }
}
