/** Slack's half of a command: what was typed, where, by whom; the answer opens as a window. */
import type { App } from "@slack/bolt";
import { NOTHING_CHANGED, UNCONFIRMED } from "../calm-cards.ts";
import { readCommand } from "../commands.ts";
import { ask } from "./ask.ts";
import { NO_WINDOW, UNKNOWN_COMMAND } from "./calm-cards.ts";
import type { Front } from "./front.ts";
import { showAnswer } from "./show-answer.ts";

/** Answers every slash command. What the acknowledgement says is seen by the person only. */
export function registerCommand(app: App, { counter, windows, inFlight }: Front): void {
  app.command(/.*/, ({ ack, body }) =>
    inFlight.track(async () => {
      const typed = readCommand(`${body.command} ${body.text ?? ""}`);
      if (typed === undefined) return ack({ response_type: "ephemeral", text: UNKNOWN_COMMAND });

      const from = { chat: "slack", tenant: body.team_id, account: body.user_id } as const;
      const conversation = { id: body.channel_id, serviceUrl: null };
      const answering = ask(counter, from, {
        run: (desk) => desk.command({ from, conversation, ...typed }),
        // It only opens a form.
        failed: typed.command === "report-contact" ? NOTHING_CHANGED : UNCONFIRMED,
      });
      await showAnswer(windows.fresh(body.trigger_id), answering, (shown) =>
        shown ? ack() : ack({ response_type: "ephemeral", text: NO_WINDOW }),
      );
    }),
  );
}
