/** Bolt inside the product's own server (DESIGN decision 12): it never listens by itself and never reads the token. */
import { App, ExpressReceiver } from "@slack/bolt";
import type { Express } from "express";
import { errorName, type Log } from "../log.ts";
import { clientOptions } from "./clients.ts";
import { jsonErrors, onlyRecent } from "./guard.ts";
import { SILENT } from "./silent.ts";

type Mount = {
  readonly app: Express;
  readonly signingSecret: string;
  readonly botToken: string;
  readonly botId: string;
  readonly botUserId: string;
  readonly apiUrl?: string | undefined;
  readonly log: Log;
};

const EVENTS = "/slack/events";

/** Mounts the guard and Bolt at `POST /slack/events`, in that order; nothing listens yet and nothing is called. */
export function mountBolt(options: Mount): App {
  const { app, botToken, botId, botUserId, log } = options;
  app.use(EVENTS, jsonErrors(log), onlyRecent);
  return new App({
    receiver: createReceiver(options),
    // Both ids, or Bolt asks Slack about the token inside every person's three seconds (PLATFORM 1.12).
    authorize: () => Promise.resolve({ botToken, botId, botUserId }),
    convoStore: false,
    clientOptions: clientOptions(options),
    logger: SILENT,
  });
}

function createReceiver({ app, signingSecret, log }: Mount): ExpressReceiver {
  return new ExpressReceiver({
    app,
    signingSecret,
    endpoints: EVENTS,
    logger: SILENT,
    // A bug, here or in a listener, also after the acknowledgement. Without an answer Slack would wait three seconds.
    processEventErrorHandler: ({ error, response }) => {
      log.error({ error: errorName(error) }, "slack-request-failed");
      answerJson(response, 500, "failed");
      return Promise.resolve(true);
    },
    unhandledRequestHandler: ({ response }) => answerJson(response, 404, "not_handled"),
  });
}

type Answering = {
  readonly headersSent: boolean;
  writeHead(status: number, headers: Record<string, string>): { end(body: string): unknown };
};

function answerJson(response: Answering, status: number, error: string): void {
  if (!response.headersSent)
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify({ error }));
}
