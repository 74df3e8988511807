/** A Slack workspace and a Teams tenant in the test's own process, for a product that is connected to them by its settings. */
import { randomBytes } from "node:crypto";
import type { AddressInfo } from "node:net";
import express from "express";
import { createSlackWorkspace } from "../../src/sandbox/slack/workspace.ts";
import { createTeamsTenant } from "../../src/sandbox/teams/tenant.ts";

export const TEAM = "T0RACE";
export const TENANT = "00000000-0000-4000-8000-00000000ace0";

/** Whoever has both ids is in both chats. */
export type Placed = { readonly name: string; readonly slackId?: string; readonly aadObjectId?: string };

export type OutsideChats = {
  /** What the product needs to be connected to both. */
  readonly environment: Readonly<Record<string, string>>;
  readonly slack: string;
  readonly teams: string;
  /** Tells the chats where the product listens; in Teams everybody then adds the bot. */
  readonly connect: (product: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Serves both chats on one loopback port. They outlive a product that is killed. */
export async function openOutsideChats(people: readonly Placed[]): Promise<OutsideChats> {
  const app = express();
  const server = app.listen(0, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let product = "";
  const bot = { botToken: "xoxb-race", botId: "B0RACE", botUserId: "U0RACEBOT" };
  const signingSecret = randomBytes(16).toString("hex");
  const slack = createSlackWorkspace({
    teamId: TEAM,
    signingSecret,
    ...bot,
    people: people.flatMap(({ name, slackId }) => (slackId ? [{ name, userId: slackId }] : [])),
    channels: [],
    deliverTo: () => `${product}/slack/events`,
    address: () => `${address}/slack`,
  });
  const teams = createTeamsTenant({
    tenantId: TENANT,
    botAppId: "race",
    people: people.flatMap(({ name, aadObjectId }) =>
      aadObjectId ? [{ name, aadObjectId, userId: `29:${aadObjectId}` }] : [],
    ),
    channels: [],
    deliverTo: () => `${product}/api/messages`,
    address: () => `${address}/teams`,
  });
  app.use("/slack", slack.router);
  app.use("/teams", teams.router);
  return {
    environment: {
      SLACK_BOT_TOKEN: bot.botToken,
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_BOT_ID: bot.botId,
      SLACK_BOT_USER_ID: bot.botUserId,
      SLACK_API_URL: `${address}/slack/api/`,
      TEAMS_LOCAL: "1",
    },
    slack: `${address}/slack`,
    teams: `${address}/teams`,
    connect: async (url) => {
      const fresh = product === "";
      product = url;
      if (fresh) await teams.begin();
    },
    close: async () => {
      slack.stop();
      teams.stop();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
