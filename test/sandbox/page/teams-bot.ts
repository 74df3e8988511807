/** A Teams bot of a few lines: a card with a dialog, a dialog with a fault, a card that answers when it is pressed. */
import type { RequestHandler } from "express";
import { CARD, dialogCard, PRESSED } from "./teams-cards.ts";

type Activity = {
  readonly type: string;
  readonly name?: string;
  readonly text?: string;
  readonly conversation: { readonly id: string };
  readonly value?: { readonly data?: { readonly what?: string }; readonly action?: { readonly verb: string } };
};

const continued = (what: string, fault?: string) => ({
  task: {
    type: "continue",
    value: { title: "Report a contact", width: "medium", height: "large", card: attachment(dialogCard(what, fault)) },
  },
});
const attachment = (content: unknown) => ({ contentType: "application/vnd.microsoft.card.adaptive", content });

export function teamsBot(connector: string): RequestHandler {
  const post = (conversation: string, body: unknown) =>
    fetch(`${connector}/v3/conversations/${encodeURIComponent(conversation)}/activities`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  return async (request, response) => {
    const activity = request.body as Activity;
    switch (activity.name ?? activity.type) {
      case "message":
        if (activity.text?.includes("report-contact")) {
          await post(activity.conversation.id, { type: "message", summary: "A form", attachments: [attachment(CARD)] });
        }
        response.status(200).send("");
        return;
      case "task/fetch":
      case "composeExtension/fetchTask":
        response.json(continued(""));
        return;
      case "task/submit":
      case "composeExtension/submitAction": {
        const what = activity.value?.data?.what ?? "";
        if (what.length < 10) response.json(continued(what, "Error: Say more: at least 10 characters."));
        else response.json({ task: { type: "message", value: "Your report **R-2031** has been taken." } });
        return;
      }
      case "adaptiveCard/action":
        response.json({ statusCode: 200, type: "application/vnd.microsoft.card.adaptive", value: PRESSED });
        return;
      default:
        response.status(200).send("");
    }
  };
}
