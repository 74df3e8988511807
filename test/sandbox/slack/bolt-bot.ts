/** A tiny bot of real Bolt parts beside a sandbox workspace, on one loopback server. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { App, ExpressReceiver, LogLevel } from "@slack/bolt";
import { WebClient } from "@slack/web-api";
import express from "express";
import type { SlackOptions } from "../../../src/sandbox/slack/state.ts";
import { createSlackWorkspace } from "../../../src/sandbox/slack/workspace.ts";

export const ANNA = "U0ANNA";
export const BEN = "U0BEN";
const BOT = { botToken: "xoxb-test", botId: "B0BOT", botUserId: "U0BOT" };

const place = {
  teamId: "T0TOWN",
  signingSecret: "sandbox-secret",
  ...BOT,
  people: [
    { userId: ANNA, name: "Anna Officer", email: "anna@council.example" },
    { userId: BEN, name: "Ben Manager" },
  ],
  channels: [
    { id: "C0OPEN", name: "general", private: false, members: [ANNA, BEN] },
    { id: "C0AWAY", name: "away", private: false, members: [ANNA], botIn: false },
    { id: "G0REG", name: "register", private: true, members: [ANNA, BEN], external: true },
    { id: "G0OLD", name: "old", private: true, members: [ANNA], archived: true },
  ],
};

export async function startBolt(change: Partial<SlackOptions> = {}) {
  const app = express();
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const address = `${origin}/sandbox/slack`;
  const workspace = createSlackWorkspace({
    ...place,
    deliverTo: () => `${origin}/slack/events`,
    address: () => address,
    ...change,
  });
  app.use("/sandbox/slack", workspace.router);

  const receiver = new ExpressReceiver({ signingSecret: place.signingSecret, app, logLevel: LogLevel.ERROR });
  const slackApiUrl = `${address}/api/`;
  const clientOptions = { slackApiUrl, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, timeout: 1_500 };
  const bolt = new App({
    receiver,
    token: BOT.botToken,
    botId: BOT.botId,
    botUserId: BOT.botUserId,
    clientOptions,
    logLevel: LogLevel.ERROR,
  });
  const stop = async () => {
    workspace.stop();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { bolt, workspace, address, client: new WebClient(BOT.botToken, clientOptions), stop };
}

export const modal = (blocks: object[], more: object = {}) => ({
  type: "modal" as const,
  callback_id: "form",
  title: { type: "plain_text" as const, text: "Report" },
  submit: { type: "plain_text" as const, text: "Send" },
  blocks: blocks as never[],
  ...more,
});

export const field = (id: string, label: string, element: object = {}) => ({
  type: "input",
  block_id: id,
  label: { type: "plain_text", text: label },
  element: { type: "plain_text_input", action_id: "v", ...element },
});

export const card = (words: string, value = "42") => [
  { type: "section" as const, text: { type: "mrkdwn" as const, text: words } },
  {
    type: "actions" as const,
    elements: [
      { type: "button" as const, action_id: "approve", value, text: { type: "plain_text" as const, text: "Approve" } },
    ],
  },
];
