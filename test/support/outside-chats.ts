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

/** A private channel of both chats: who is in it, by name. */
type Channel = { readonly name: string; readonly members: readonly string[] };

type OutsideOptions = {
  readonly channel?: Channel;
  /** Take as many messages a second as come: where a test's clock has days go by between them. Default: as published. */
  readonly unlimited?: boolean;
};

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
export async function openOutsideChats(
  people: readonly Placed[],
  { channel, unlimited = false }: OutsideOptions = {},
): Promise<OutsideChats> {
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
    channels: channel
      ? [{ id: "C0OUTSIDE", name: channel.name, private: true, members: slackIds(people, channel) }]
      : [],
    deliverTo: () => `${product}/slack/events`,
    address: () => `${address}/slack`,
    ...(unlimited ? { burst: 100_000 } : {}),
  });
  const teams = createTeamsTenant({
    tenantId: TENANT,
    botAppId: "race",
    people: people.flatMap(({ name, aadObjectId }) =>
      aadObjectId ? [{ name, aadObjectId, userId: `29:${aadObjectId}` }] : [],
    ),
    channels: channel ? [teamsChannel(people, channel)] : [],
    deliverTo: () => `${product}/api/messages`,
    address: () => `${address}/teams`,
    rates: !unlimited,
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

const membersOf = (people: readonly Placed[], { members }: Channel): readonly Placed[] =>
  people.filter(({ name }) => members.includes(name));

function slackIds(people: readonly Placed[], channel: Channel): readonly string[] {
  return membersOf(people, channel).flatMap(({ slackId }) => slackId ?? []);
}

function teamsChannel(people: readonly Placed[], channel: Channel) {
  const members = membersOf(people, channel).flatMap(({ aadObjectId }) => (aadObjectId ? [`29:${aadObjectId}`] : []));
  return { id: "19:outside@thread.tacv2", name: channel.name, teamName: "Register", private: true, members };
}
