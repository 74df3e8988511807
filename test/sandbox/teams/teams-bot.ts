/** A tiny bot of real botbuilder parts beside a sandbox tenant, on one loopback server. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import {
  type ActivityHandlerBase,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type TurnContext,
} from "botbuilder";
import express from "express";
import type { TeamsOptions } from "../../../src/sandbox/teams/state.ts";
import { createTeamsTenant } from "../../../src/sandbox/teams/tenant.ts";

export const ANNA = "29:anna";
export const BEN = "29:ben";
export const CARA = "29:cara";
export const CHANNEL = "19:register@thread.tacv2";
export const TENANT = "11111111-1111-4111-8111-111111111111";
export const anna = {
  aadObjectId: "aaaaaaaa-0000-4000-8000-000000000001",
  userId: ANNA,
  name: "Anna Officer",
  email: "anna@council.example",
};

const place = {
  tenantId: TENANT,
  botAppId: "22222222-2222-4222-8222-222222222222",
  people: [
    anna,
    { aadObjectId: "aaaaaaaa-0000-4000-8000-000000000002", userId: BEN, name: "Ben Manager" },
    { aadObjectId: "aaaaaaaa-0000-4000-8000-000000000003", userId: CARA, name: "Cara Senior", installed: false },
  ],
  channels: [{ id: CHANNEL, name: "Register", teamName: "Customer contact", private: true, members: [ANNA, BEN] }],
};

/** Signs nothing: the tenant is local. */
const credentials = {
  isValidAppId: async () => true,
  isAuthenticationDisabled: async () => true,
  createCredentials: async () => ({ signRequest: async (request: unknown) => request }),
};

export async function startTeamsBot(handler: ActivityHandlerBase, change: Partial<TeamsOptions> = {}) {
  const app = express();
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const address = `${origin}/sandbox/teams`;
  const tenant = createTeamsTenant({
    ...place,
    deliverTo: () => `${origin}/api/messages`,
    address: () => address,
    ...change,
  });
  app.use("/sandbox/teams", tenant.router);

  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}, credentials as never));
  const errors: unknown[] = [];
  adapter.onTurnError = async (_context, error) => void errors.push(error);
  app.post("/api/messages", express.json(), (request, response) =>
    adapter.process(request, response, (context: TurnContext) => handler.run(context)),
  );
  const stop = async () => {
    tenant.stop();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { adapter, tenant, address, errors, stop };
}

type Node = Record<string, unknown>;
export const adaptive = (body: Node[], actions: Node[] = []) => ({
  type: "AdaptiveCard",
  version: "1.5",
  body,
  actions,
});
export const words = (text: string, more: Node = {}) => ({ type: "TextBlock", text, wrap: true, ...more });
