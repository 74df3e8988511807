/** Slack's half of a search for people: what somebody types in a field that asks for them. Nothing of it is kept. */
import type { App } from "@slack/bolt";
import { slackPeople, slackSearch } from "../../../cards/render/slack.ts";
import { within } from "../wait.ts";
import { askPeople } from "./ask.ts";
import { accountOf, type Front } from "./front.ts";

/** Slack waits 3 s, and then says itself that there is nobody. */
const ANSWER_MS = 2_700;

/** Answers every block_suggestion. */
export function registerPeople(app: App, { counter, inFlight }: Front): void {
  app.options<"block_suggestion">({ type: "block_suggestion", action_id: /.*/ }, ({ ack, body }) =>
    inFlight.track(async () => {
      const among = slackSearch(body.action_id);
      const asked = { from: accountOf(body), typed: body.value };
      const found = among && (await within(ANSWER_MS, askPeople(counter, { ...asked, among })));
      await ack({ options: slackPeople(found ?? []) });
    }),
  );
}
