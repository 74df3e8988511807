import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import express from "express";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Council, createSandbox } from "../../src/sandbox/sandbox.ts";
import { createPerson } from "../support/person.ts";

const ANNA = "U0ANNA";
const BEN = "29:bbbbbbbb-0000-4000-8000-000000000002";
const town = (isNew: boolean): Council => ({
  slug: "town",
  name: "Town",
  examples: [],
  isNew,
  staff: [
    {
      name: "Anna Officer",
      email: "anna@council.example",
      service: "Housing",
      roles: ["officer"],
      slack: { teamId: "T0TOWN", userId: ANNA },
    },
    {
      name: "Ben Officer",
      email: "ben@council.example",
      service: "Housing",
      roles: ["officer"],
      teams: { tenantId: "11111111-1111-4111-8111-111111111111", aadObjectId: BEN.slice(3) },
    },
  ],
});

/** One run of the sandbox, beside a bot that hears and says nothing. */
async function run(isNew: boolean, act: (address: string) => Promise<void>): Promise<void> {
  const app = express();
  const server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  app.post(["/slack/events", "/api/messages"], (_request, response) => void response.end());
  const sandbox = createSandbox({ app, councils: [town(isNew)], address, intake: () => undefined, folder });
  await sandbox.installBot();
  await act(address());
  sandbox.stop();
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
}

const inSlack = (address: string) => createPerson("slack", `${address}/sandbox/slack`, ANNA);
const inTeams = (address: string) => createPerson("teams", `${address}/sandbox/teams/town`, BEN);
async function said(address: string): Promise<string[]> {
  const cards = [...(await inSlack(address).cards()), ...(await inTeams(address).cards())];
  return cards.map(({ title }) => title);
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sandbox-keep-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

it("keeps the conversations of both chats in the folder, until the register is a new one", async () => {
  await run(true, async (address) => {
    await inSlack(address).say("hello from Slack");
    await inTeams(address).say("hello from Teams");
  });
  expect(readdirSync(folder).toSorted()).toEqual(["slack.json", "teams-town.json"]);

  await run(false, async (address) => expect(await said(address)).toEqual(["hello from Slack", "hello from Teams"]));
  await run(true, async (address) => expect(await said(address)).toEqual([]));
});
