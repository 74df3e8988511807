/** Slack's half of a press, on a message, in a window or on the home tab. Its value was in a client's hands. */
import type { App, BlockAction } from "@slack/bolt";
import { slackAction, slackTarget } from "../../../cards/render/slack.ts";
import { STALE, told, UNCONFIRMED } from "../calm-cards.ts";
import type { Account } from "../desk.ts";
import { ask, type Counter } from "./ask.ts";
import { NO_WINDOW } from "./calm-cards.ts";
import { accountOf, type Front } from "./front.ts";
import { sayPrivately } from "./say-privately.ts";
import { showAnswer } from "./show-answer.ts";
import type { Place, Windows } from "./windows.ts";

/** Answers every press. It is acknowledged when the desk has answered: an acknowledgement is a promise kept. */
export function registerPress(app: App, { counter, windows, inFlight, log }: Front): void {
  app.action<BlockAction>(/.*/, ({ ack, body, action, respond }) =>
    inFlight.track(async () => {
      const answering = answerPress(counter, accountOf(body), action);
      await showAnswer(placeOf(body, windows), answering, async (shown) => {
        await ack();
        if (!shown) await sayPrivately(respond, { text: NO_WINDOW, log });
      });
    }),
  );
}

type Pressed = { readonly action_id: string; readonly value?: unknown };

function answerPress(counter: Counter, from: Account, pressed: Pressed) {
  const action = slackAction(pressed.action_id);
  const target = slackTarget(pressed.value);
  if (action === undefined || target === undefined) return Promise.resolve(told(STALE));
  return ask(counter, from, { run: (desk) => desk.press({ from, action, target }), failed: UNCONFIRMED });
}

/** A press inside a window changes that window; any other press opens one. */
function placeOf({ view, trigger_id }: BlockAction, windows: Windows): Place {
  return view?.type === "modal" ? windows.standing(view.id) : windows.fresh(trigger_id);
}
