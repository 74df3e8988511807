/** The page on a real server, between the two local chat servers and a bot of a few lines that is enough to press on. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { type SandboxFacts, sandboxPage } from "../../../src/sandbox/page/sandbox-page.ts";
import { createSlackWorkspace } from "../../../src/sandbox/slack/workspace.ts";
import { createTeamsTenant } from "../../../src/sandbox/teams/tenant.ts";
import { MOUNTS } from "../../../src/sandbox/wire.ts";
import { slackBot } from "./slack-bot.ts";
import { teamsBot } from "./teams-bot.ts";

const TENANT = "0b6e2f6c-1111-4222-8333-444455556666";
const TOKEN = "xoxb-stand";

const FACTS: SandboxFacts = {
  places: [
    { chat: "slack", mount: MOUNTS.slack },
    { chat: "teams", mount: MOUNTS.teams },
  ],
  councils: [
    {
      slug: "northdale",
      name: "Northdale Council",
      chats: ["T0NORTH"],
      people: { U03: { role: "Senior officer", service: "Corporate" } },
      registerPerson: "U04",
      officers: [
        { name: "Ailsa Grant", email: "ailsa.grant@northdale.example" },
        { name: "Jordan Reid", email: "jordan.reid@northdale.example" },
      ],
      examples: [
        {
          label: "A customer who may only write",
          hint: "A call is outside the arrangement; a letter is not.",
          contact: {
            customer: { phone: "07700 900123", email: "c.customer@mail.example" },
            officer: { email: "ailsa.grant@northdale.example" },
          },
        },
        { label: "Somebody nobody knows", contact: { customer: { phone: "07700 900999", name: "Sam Winter" } } },
      ],
    },
    {
      slug: "southmoor",
      name: "Southmoor District Council",
      chats: [TENANT],
      officers: [{ name: "Priya Shah", email: "priya.shah@southmoor.example" }],
      examples: [{ label: "A customer with a named officer", contact: { customer: { phone: "01632 960123" } } }],
    },
  ],
};

/** What the product's clock says: not the machine's. */
export const STAND_NOW = "2026-03-03T10:42:00.000Z";

export type Stand = Awaited<ReturnType<typeof openStand>>;

/** Listens on a free port of this machine. `received` holds what came to the intake. */
export async function openStand() {
  const app = express();
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const slack = createSlackWorkspace(slackOptions(address));
  const teams = createTeamsTenant(teamsOptions(address));
  const received: unknown[] = [];

  app.use(MOUNTS.slack, slack.router);
  app.use(MOUNTS.teams, teams.router);
  app.use(
    sandboxPage({
      facts: () => FACTS,
      intake: (council) =>
        council === "northdale"
          ? { url: `${address}/v1/contacts`, token: "intake-token", source: "sandbox", now: () => new Date(STAND_NOW) }
          : undefined,
    }),
  );
  app.post("/slack/events", slackBot({ api: `${address}${MOUNTS.slack}/api`, token: TOKEN }));
  app.post("/api/messages", express.json(), teamsBot(`${address}${MOUNTS.teams}`));
  app.post("/v1/contacts", express.json(), (request, response) => {
    received.push({ authorization: request.headers.authorization, body: request.body as unknown });
    response.json({ results: [{ id: "c", status: "accepted", outcome: "breach", alertId: "A-1" }] });
  });

  const slackCall = (method: string, body: Record<string, unknown>) =>
    fetch(`${address}${MOUNTS.slack}/api/${method}`, {
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8", authorization: `Bearer ${TOKEN}` },
      body: JSON.stringify(body),
    }).then((response) => response.json() as Promise<{ ok: boolean; ts?: string }>);
  const teamsPost = (conversation: string, activity: Record<string, unknown>) =>
    fetch(`${address}${MOUNTS.teams}/v3/conversations/${encodeURIComponent(conversation)}/activities`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ type: "message", ...activity }),
    }).then((response) => response.status);
  const close = async () => {
    slack.stop();
    teams.stop();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { address, slack, teams, received, slackCall, teamsPost, close };
}

function slackOptions(address: string) {
  return {
    teamId: "T0NORTH",
    signingSecret: "stand",
    botToken: TOKEN,
    botId: "B01",
    botUserId: "U0BOT",
    botName: "Restricted contact",
    people: [
      { userId: "U01", name: "Ailsa Grant", title: "Officer, Housing" },
      { userId: "U02", name: "Jordan Reid", title: "Service manager, Housing" },
      { userId: "U03", name: "Dele Okafor", title: "Senior officer" },
      { userId: "U04", name: "Siobhan Byrne-Featherstonehaugh", title: "Register team" },
    ],
    channels: [{ id: "C01", name: "restricted-contact", private: true, members: ["U02", "U04"] }],
    deliverTo: () => `${address}/slack/events`,
    address: () => `${address}${MOUNTS.slack}`,
  };
}

export const PRIYA = "29:1priya";
export const PRIYA_WITH_BOT = "a:1aaaaaaaa111142228333444455557777";

function teamsOptions(address: string) {
  return {
    tenantId: TENANT,
    botAppId: "6f0e0000-0000-4000-8000-000000000001",
    people: [
      {
        aadObjectId: "aaaaaaaa-1111-4222-8333-444455557777",
        userId: PRIYA,
        name: "Priya Shah",
        title: "Officer, Benefits",
      },
      {
        aadObjectId: "bbbbbbbb-1111-4222-8333-444455557777",
        userId: "29:1morag",
        name: "Morag Lindqvist",
        title: "Register team",
      },
    ],
    channels: [
      {
        id: "19:reg@thread.tacv2",
        name: "Restricted contact",
        teamName: "Customer care",
        private: true,
        members: [PRIYA, "29:1morag"],
      },
    ],
    deliverTo: () => `${address}/api/messages`,
    address: () => `${address}${MOUNTS.teams}`,
  };
}
