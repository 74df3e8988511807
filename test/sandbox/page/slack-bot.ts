/** A Slack bot of a few lines: a form with a fault, a card that changes when it is pressed, a Home page. */
import express, { type RequestHandler, type Response, Router } from "express";
import { APPROVED, FORM, gallery, HOME, SECOND_FORM } from "./slack-cards.ts";

type Payload = {
  readonly type: string;
  readonly trigger_id: string;
  readonly user: { readonly id: string };
  readonly channel?: { readonly id: string };
  readonly container?: { readonly message_ts?: string };
  readonly actions?: readonly { readonly action_id: string }[];
  readonly view?: {
    readonly callback_id: string;
    readonly state: { readonly values: Record<string, Record<string, { readonly value?: string | null }>> };
  };
};
type Call = (method: string, body: Record<string, unknown>) => Promise<unknown>;
type Command = { readonly command: string; readonly trigger_id: string; readonly channel_id: string };

export function slackBot({ api, token }: { api: string; token: string }): Router {
  const call: Call = (method, body) =>
    fetch(`${api}/${method}`, {
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8", authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
  const router = Router();
  const events: RequestHandler = async (request, response) => {
    const body = request.body as Record<string, string> & { event?: { type: string; user: string } };
    if (body.event?.type === "app_home_opened") {
      await call("views.publish", { user_id: body.event.user, view: HOME });
      response.json({});
    } else if (body["payload"] !== undefined) await interaction(JSON.parse(body["payload"]) as Payload, response, call);
    else if (body["command"] !== undefined) await command(body as unknown as Command, response, call);
    else response.json({});
  };
  router.use(express.urlencoded({ extended: false }), express.json(), events);
  return router;
}

async function command(
  { command: name, trigger_id, channel_id }: Command,
  response: Response,
  call: Call,
): Promise<void> {
  switch (name) {
    case "/report-contact":
      await call("views.open", { trigger_id, view: FORM });
      response.send("");
      return;
    case "/check-contact":
      response.json({
        response_type: "ephemeral",
        text: "*That number*: nothing to keep to. This check was recorded.",
      });
      return;
    case "/gallery":
      await call("chat.postMessage", { channel: channel_id, text: "Everything", blocks: gallery() });
      response.send("");
      return;
    default:
      response.status(404).send("");
  }
}

async function interaction(payload: Payload, response: Response, call: Call): Promise<void> {
  const { type, actions, trigger_id, channel, container, view } = payload;
  if (type === "view_submission") {
    const typed = view?.state.values["what"]?.["value"]?.value ?? "";
    if (typed.length < 10)
      response.json({ response_action: "errors", errors: { what: "Say more: at least 10 characters." } });
    else if (view?.callback_id === "report" && typed.includes("more")) {
      response.json({ response_action: "push", view: SECOND_FORM });
    } else {
      await call("chat.postMessage", { channel: payload.user.id, text: "Your report R-2031 has been taken." });
      response.json({ response_action: "clear" });
    }
    return;
  }
  const pressed = actions?.[0]?.action_id;
  if (pressed === "approve") {
    await new Promise((resolve) => setTimeout(resolve, 400));
    await call("chat.update", { channel: channel?.id, ts: container?.message_ts, text: "Approved", blocks: APPROVED });
  }
  if (pressed === "return") await new Promise((resolve) => setTimeout(resolve, 400));
  if (pressed === "report" || type === "message_action") await call("views.open", { trigger_id, view: FORM });
  response.send("");
}
