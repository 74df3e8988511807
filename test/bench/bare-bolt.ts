/** What `/report-contact` is held against: Bolt by itself, which opens the same form, made once, for whoever asks. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { App, ExpressReceiver, LogLevel } from "@slack/bolt";
import express from "express";
import { slackModal } from "../../cards/render/slack.ts";
import { reportForm } from "../../cards/report-form.ts";
import { MENU } from "./council.ts";

const {
  SLACK_API_URL: slackApiUrl = "",
  SLACK_BOT_TOKEN: token = "",
  SLACK_BOT_ID: botId = "",
  SLACK_BOT_USER_ID: botUserId = "",
  SLACK_SIGNING_SECRET: signingSecret = "",
} = process.env;

const target = { id: "00000000-0000-4000-8000-000000000000", version: 0 };
const now = { day: "2026-03-03", time: "09:30" };
const view = slackModal(reportForm({ target, services: MENU, service: "Customer Team", now }));
const app = express();
const receiver = new ExpressReceiver({ signingSecret, app, logLevel: LogLevel.ERROR });
const bolt = new App({ receiver, token, botId, botUserId, clientOptions: { slackApiUrl }, logLevel: LogLevel.ERROR });

bolt.command("/report-contact", async ({ ack, body, client }) => {
  await ack();
  await client.views.open({ trigger_id: body.trigger_id, view });
});

const server = createServer(app).listen(0, "127.0.0.1");
await once(server, "listening");
process.on("SIGTERM", () => process.exit(0));
console.log(`Ready: http://127.0.0.1:${(server.address() as AddressInfo).port}`);
