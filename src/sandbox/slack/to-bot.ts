/** Signed requests from Slack to the bot (PLATFORM.md 1.2). */
import { createHmac, randomUUID } from "node:crypto";
import { type Delivered, deliver } from "../delivery.ts";
import { ACK_MS } from "./limits.ts";
import { appId } from "./methods/message-shape.ts";
import type { SlackOptions, Workspace } from "./state.ts";

/** How a test may bend a request: another secret, another time (Unix seconds), another content type. */
export type Bent = { readonly secret?: string; readonly at?: number; readonly contentType?: string };

// Exactly this: with a charset Bolt reads the body as JSON and refuses it.
const FORM = "application/x-www-form-urlencoded";

/** Slash commands travel as form fields. */
export function sendForm(workspace: Workspace, fields: Readonly<Record<string, string>>): Promise<Delivered> {
  return sendBody(workspace, "command", new URLSearchParams(fields).toString());
}

/** Interactions travel as one field of JSON. */
export function sendInteraction(
  workspace: Workspace,
  payload: { readonly type: string } & Readonly<Record<string, unknown>>,
): Promise<Delivered> {
  return sendBody(workspace, payload.type, new URLSearchParams({ payload: JSON.stringify(payload) }).toString());
}

/** Events travel as JSON; a failed one is sent once more at once (Slack goes on for five minutes, the sandbox does not). */
export async function sendEvent(workspace: Workspace, event: Readonly<Record<string, unknown>>): Promise<Delivered> {
  const body = JSON.stringify(envelope(workspace.options, event));
  const first = await sendBody(workspace, "event", body, { contentType: "application/json" });
  const taken = first.kind === "answered" && first.status === 200;
  return taken ? first : sendBody(workspace, "event", body, { contentType: "application/json" });
}

/** Sends any body, signed as Slack signs it unless bent. */
export async function sendBody(workspace: Workspace, call: string, body: string, bent: Bent = {}): Promise<Delivered> {
  const { options, faults, sent } = workspace;
  const at = String(bent.at ?? Math.floor(Date.now() / 1000));
  const signature = createHmac("sha256", bent.secret ?? options.signingSecret)
    .update(`v0:${at}:${body}`)
    .digest("hex");
  const headers = {
    "content-type": bent.contentType ?? FORM,
    "x-slack-request-timestamp": at,
    "x-slack-signature": `v0=${signature}`,
    "user-agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
  };
  sent.push(body);
  return deliver({ url: options.deliverTo(), headers, body, patience: ACK_MS }, { call }, faults);
}

function envelope({ teamId, botId, botUserId }: SlackOptions, event: Readonly<Record<string, unknown>>) {
  return {
    token: "sandbox",
    team_id: teamId,
    api_app_id: appId(botId),
    event,
    type: "event_callback",
    event_id: `Ev${randomUUID()}`,
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [
      { enterprise_id: null, team_id: teamId, user_id: botUserId, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
  };
}
