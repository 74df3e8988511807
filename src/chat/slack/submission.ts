/** Slack's half of a form that was sent. The answer goes into the acknowledgement: that alone can show faults. */
import type { App, ViewResponseAction, ViewSubmitAction } from "@slack/bolt";
import {
  slackFaults,
  slackForm,
  slackModal,
  slackTarget,
  slackToldModal,
  slackValues,
} from "../../../cards/render/slack.ts";
import { STALE, told, UNCONFIRMED } from "../calm-cards.ts";
import type { Account, Answer } from "../desk.ts";
import { within } from "../wait.ts";
import { ask, type Counter } from "./ask.ts";
import { DONE, ONE_MOMENT } from "./calm-cards.ts";
import { accountOf, type Front } from "./front.ts";
import { viewOf } from "./show-answer.ts";

/** The desk answers within 2.5 s and Slack waits 3 s. */
const ACKNOWLEDGE_MS = 2_700;

type Sent = ViewSubmitAction["view"];

/** Answers every form. A desk that is too slow is answered with "One moment…" in place of the form. */
export function registerSubmission(app: App, { counter, windows, inFlight }: Front): void {
  app.view<ViewSubmitAction>({ callback_id: /.*/, type: "view_submission" }, ({ ack, body, view }) =>
    inFlight.track(async () => {
      const answering = answerSubmission(counter, accountOf(body), view);
      const answer = await within(ACKNOWLEDGE_MS, answering);
      if (answer !== undefined) return ack(acknowledgement(view, answer));

      await ack({ response_action: "update", view: slackToldModal(ONE_MOMENT) });
      await windows.standing(view.id).draw(viewOf(await answering) ?? slackToldModal(DONE));
    }),
  );
}

function answerSubmission(counter: Counter, from: Account, view: Sent): Promise<Answer> {
  const form = slackForm(view.callback_id);
  const target = slackTarget(view.private_metadata);
  if (form === undefined || target === undefined) return Promise.resolve(told(STALE));
  const values = slackValues(view.state.values);
  return ask(counter, from, { run: (desk) => desk.submit({ from, form, target, values }), failed: UNCONFIRMED });
}

function acknowledgement(sent: Sent, answer: Answer): ViewResponseAction {
  switch (answer.kind) {
    case "form":
      return { response_action: "update", view: slackModal(answer.form) };
    case "faults":
      return faultsAcknowledged(sent, answer);
    case "told":
      return { response_action: "update", view: slackToldModal(answer.card) };
    case "done":
      return { response_action: "clear" };
  }
}

/**
 * Beside the fields when each fault belongs to a field of the window as it stands: Slack keeps the window otherwise
 * unchanged. Else the window is drawn anew with the faults on top; Slack keeps what was typed in fields that stay.
 */
function faultsAcknowledged(sent: Sent, { form, faults }: Extract<Answer, { kind: "faults" }>): ViewResponseAction {
  const view = slackModal(form, faults);
  const fields = Object.keys(faults);
  const inputs = sent.blocks.filter(({ type }) => type === "input").map(({ block_id }) => block_id);
  const sameWindow = sent.callback_id === view.callback_id && sent.private_metadata === view.private_metadata;
  const beside = fields.length > 0 && fields.every((field) => inputs.includes(field));
  return sameWindow && beside
    ? { response_action: "errors", errors: slackFaults(form, faults) }
    : { response_action: "update", view };
}
