/** The local Slack workspace of the bench, which notes when each call of the product has arrived whole. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express, { type RequestHandler } from "express";
import { createSlackWorkspace, type SlackWorkspace } from "../../src/sandbox/slack/workspace.ts";
import type { Closing } from "./closing.ts";
import { CHANNEL, CHANNEL_MEMBERS, PEOPLE, TEAM } from "./council.ts";

/** What every bot here is told of the workspace, in the product's own variables. */
const BOT = { botToken: "xoxb-bench", botId: "B0BENCH", botUserId: "U0BENCH", signingSecret: "a-secret-for-the-bench" };

export type Arrival = {
  readonly method: string;
  /** As `performance.now()` counts. */
  readonly ticks: number;
  /** Epoch milliseconds, rounded up: never earlier than it was. */
  readonly at: number;
  readonly fields: Readonly<Record<string, unknown>>;
};

export type BenchSlack = {
  readonly driver: SlackWorkspace["driver"];
  /** The settings of a bot of this workspace. */
  readonly settings: Readonly<Record<string, string>>;
  /** Which bot hears the commands from now on. */
  readonly deliverTo: (bot: string) => void;
  /** Hears of every call until the function it gives back is called. */
  readonly listen: (hear: (arrival: Arrival) => void) => () => void;
};

export async function startSlack(closing: Closing): Promise<BenchSlack> {
  const app = express();
  const server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const listeners = new Set<(arrival: Arrival) => void>();
  let bot = "";
  const workspace = createSlackWorkspace({
    teamId: TEAM,
    ...BOT,
    people: PEOPLE,
    channels: [{ id: CHANNEL, name: "register", private: true, members: CHANNEL_MEMBERS }],
    deliverTo: () => `${bot}/slack/events`,
    address: () => address,
  });
  app.post("/api/:method", express.urlencoded({ extended: false, limit: "1mb" }), noteArrival(listeners));
  app.use(workspace.router);
  closing.add(async () => {
    workspace.stop();
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  });
  return {
    driver: workspace.driver,
    settings: {
      SLACK_API_URL: `${address}/api/`,
      SLACK_BOT_TOKEN: BOT.botToken,
      SLACK_BOT_ID: BOT.botId,
      SLACK_BOT_USER_ID: BOT.botUserId,
      SLACK_SIGNING_SECRET: BOT.signingSecret,
    },
    deliverTo: (to) => {
      bot = to;
    },
    listen: (hear) => {
      listeners.add(hear);
      return () => void listeners.delete(hear);
    },
  };
}

/** Its body is read by now; what Slack then does with it is not the product's time. */
function noteArrival(listeners: ReadonlySet<(arrival: Arrival) => void>): RequestHandler {
  return (request, _response, next) => {
    const [ticks, at] = [performance.now(), Date.now() + 1];
    const fields = (request.body ?? {}) as Record<string, unknown>;
    for (const hear of listeners) hear({ method: String(request.params["method"]), ticks, at, fields });
    next();
  };
}
