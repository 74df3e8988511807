/** Slack's half of what somebody says of a message: a shortcut from its menu. The answer opens as a window. */
import type { App } from "@slack/bolt";
import { NOTHING_CHANGED } from "../calm-cards.ts";
import { readShortcut } from "../commands.ts";
import { ask } from "./ask.ts";
import { NO_WINDOW, UNKNOWN_COMMAND } from "./calm-cards.ts";
import { accountOf, type Front } from "./front.ts";
import { messageWords } from "./message-words.ts";
import { sayPrivately } from "./say-privately.ts";
import { showAnswer } from "./show-answer.ts";

/** Answers every shortcut. It opens a form and writes nothing, so a failure has changed nothing. */
export function registerShortcut(app: App, { counter, windows, inFlight, log }: Front): void {
  app.shortcut(/.*/, ({ ack, body, respond }) =>
    inFlight.track(async () => {
      const shortcut = readShortcut(body.callback_id);
      if (shortcut === undefined) {
        await ack();
        return await sayPrivately(respond, { text: UNKNOWN_COMMAND, log });
      }
      const from = accountOf(body);
      const message = body.type === "message_action" ? messageWords(body.message) : "";
      const answering = ask(counter, from, {
        run: (desk) => desk.shortcut({ from, shortcut, message }),
        failed: NOTHING_CHANGED,
      });
      await showAnswer(windows.fresh(body.trigger_id), answering, async (shown) => {
        await ack();
        if (!shown) await sayPrivately(respond, { text: NO_WINDOW, log });
      });
    }),
  );
}
