/**
 * The product outside the sandbox, as an organisation runs it: councils imported by the command line, the settings of
 * Slack and of Teams, and both chats served by the test, so that they outlive the product.
 */
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import express from "express";
import { createSlackWorkspace } from "../../src/sandbox/slack/workspace.ts";
import { createTeamsTenant } from "../../src/sandbox/teams/tenant.ts";
import { datedWorld } from "../../src/sandbox/worlds/dated.ts";
import harrowdene from "../../src/sandbox/worlds/harrowdene.json" with { type: "json" };
import strathcaol from "../../src/sandbox/worlds/strathcaol.json" with { type: "json" };
import { registerHere } from "../cli/register.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";
import { type ChatPlace, openChat, type Product, startProduct } from "../support/product.ts";

const SLACK = {
  botToken: "xoxb-resilience",
  signingSecret: "8f742231b10e8888abcd99yyyzzz85a5",
  botId: "B0REGISTER",
  botUserId: "U0REGISTER",
} as const;
const TENANT = strathcaol.organisation.teams.tenantIds[0] ?? "";

export type Stand = {
  readonly database: TestDatabase;
  readonly slack: ChatPlace;
  readonly teams: ChatPlace;
  /** The settings with which the product is started here. */
  readonly environment: Readonly<Record<string, string>>;
  /** Starts the product, or one more of it. Clicks go to the newest; `databaseUrl` is another way to the database. */
  readonly start: (change?: Readonly<Record<string, string>>) => Promise<Product>;
  /** Clicks go to this one from now on. */
  readonly use: (product: Product) => void;
  /** Hands in a call of a restricted customer to an officer, an hour before the last: a breach with a card of its own. */
  readonly breach: (council: keyof typeof BREACHES, id: string) => Promise<Response>;
  /** Stops every product that still runs, and removes everything. */
  readonly remove: () => Promise<void>;
};

/** A restricted customer who rings somebody they may not ring. */
const BREACHES = {
  harrowdene: { phone: "07700 900101", officer: { email: "b.price@harrowdene.example" } },
  strathcaol: { phone: "07700 900201", officer: { email: "a.nowak@strathcaol.example" } },
} as const;

export async function openStand(): Promise<Stand> {
  const database = await freshDatabase();
  const folder = await mkdtemp(join(tmpdir(), "resilience-"));
  const tokens = await importCouncils(database.ownerUrl, folder);
  let bot = "";
  let calls = 0;
  const chats = await serveChats(() => bot);
  const products: Product[] = [];
  const use = (product: Product) => {
    bot = product.url;
  };
  const environment = {
    SLACK_BOT_TOKEN: SLACK.botToken,
    SLACK_SIGNING_SECRET: SLACK.signingSecret,
    SLACK_BOT_ID: SLACK.botId,
    SLACK_BOT_USER_ID: SLACK.botUserId,
    SLACK_API_URL: `${chats.address}/slack/api/`,
    TEAMS_LOCAL: "1",
    TEST_DATA: "1",
    LOG_LEVEL: "warn",
  };
  return {
    database,
    slack: await openChat("slack", `${chats.address}/slack`),
    teams: await openChat("teams", `${chats.address}/teams`),
    environment,
    start: async (change = {}) => {
      const product = await startProduct({ database, environment: { ...environment, ...change } });
      products.push(product);
      use(product);
      await chats.install();
      return product;
    },
    use,
    breach: (council, id) => {
      const { phone, officer } = BREACHES[council];
      const contact = {
        id,
        occurredAt: new Date(Date.now() - calls++ * 3_600_000).toISOString(),
        channel: "phone",
        direction: "inbound",
        conversation: id,
        customer: { phone },
        officer,
      };
      return fetch(`${bot}/v1/contacts`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${tokens[council]}` },
        body: JSON.stringify({ source: "telephony", contacts: [contact] }),
      });
    },
    remove: async () => {
      await Promise.all(products.map((product) => product.remove()));
      await chats.close();
      await database.drop();
      await rm(folder, { recursive: true });
    },
  };
}

/** Both councils, each with a token for contacts. */
async function importCouncils(databaseUrl: string, folder: string) {
  const tokens: Record<string, string> = {};
  const done = async (...line: readonly string[]): Promise<string> => {
    const { exit, out, err } = await registerHere(databaseUrl, line);
    if (exit !== 0) throw new Error(`register ${line.join(" ")} ended with ${exit}: ${err}`);
    return out;
  };
  for (const world of [harrowdene, strathcaol]) {
    const { slug } = world.organisation;
    const file = join(folder, `${slug}.json`);
    await writeFile(file, JSON.stringify(datedWorld(world, new Date())));
    await done("import", file);
    tokens[slug] = /\S{20,}/.exec(await done("intake-token", "--organisation", slug, "--name", "telephony"))?.[0] ?? "";
  }
  return tokens as Record<keyof typeof BREACHES, string>;
}

/** The workspace of one council and the tenant of the other, on one port of this process. */
async function serveChats(bot: () => string) {
  const app = express();
  const server = app.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const workspace = createSlackWorkspace({
    ...SLACK,
    teamId: "T0HARROW",
    people: harrowdene.staff.flatMap(({ name, slack }) => (slack ? [{ userId: slack.userId, name }] : [])),
    channels: [{ id: "C0REGISTER", name: "restricted-contact", private: true, members: ["U0HARROW13", "U0HARROW14"] }],
    deliverTo: () => `${bot()}/slack/events`,
    address: () => `${address}/slack`,
    burst: 1_000,
  });
  const tenant = createTeamsTenant({
    tenantId: TENANT,
    botAppId: "resilience",
    people: strathcaol.staff.flatMap(({ name, teams }) =>
      teams ? [{ aadObjectId: teams.aadObjectId, userId: `29:${teams.aadObjectId}`, name }] : [],
    ),
    channels: [],
    deliverTo: () => `${bot()}/api/messages`,
    address: () => `${address}/teams`,
    rates: false,
  });
  app.use("/slack", workspace.router).use("/teams", tenant.router);
  let installed = false;
  return {
    address,
    /** Everybody in Teams adds the bot, once: it can write to nobody else first. */
    install: async () => {
      if (!installed) await tenant.begin();
      installed = true;
    },
    close: async () => {
      workspace.stop();
      tenant.stop();
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
