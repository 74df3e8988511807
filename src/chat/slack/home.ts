/** The home tab: drawn anew each time somebody opens it, so that it is right whenever it is looked at. */
import type { App } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import { slackHome } from "../../../cards/render/slack.ts";
import { NOTHING_CHANGED } from "../calm-cards.ts";
import { ask } from "./ask.ts";
import { slackError } from "./failure.ts";
import type { Front } from "./front.ts";

/** Publishes what the desk tells of the person's own work. A tab that cannot be drawn stays as it was. */
export function registerHome(app: App, client: WebClient, { counter, inFlight, log }: Front): void {
  app.event("app_home_opened", ({ event, body }) =>
    inFlight.track(async () => {
      if (event.tab !== "home") return;
      const from = { chat: "slack", tenant: body.team_id, account: event.user } as const;
      const answer = await ask(counter, from, { run: (desk) => desk.home(from), failed: NOTHING_CHANGED });
      if (answer.kind !== "told") return;
      try {
        await client.apiCall("views.publish", { user_id: event.user, view: JSON.stringify(slackHome(answer.card)) });
      } catch (error) {
        log.warn({ reason: slackError(error) }, "slack-home-not-drawn");
      }
    }),
  );
}
