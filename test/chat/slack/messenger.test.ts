/** What only Slack says about a post, and looking for a copy. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterEach, describe, expect, it } from "vitest";
import type { Conversation, Destination } from "../../../src/chat/messenger.ts";
import { createSlack } from "../../../src/chat/slack/index.ts";
import { closedAddress } from "../../support/local-server.ts";
import { CARD } from "../contract.ts";
import { BOT, CHANNELS, makeSlackHarness, OFFICER, SECRET, type SlackHarness, TEAM } from "./harness.ts";

let h: SlackHarness;
afterEach(() => h.stop());
const started = async (...changes: Parameters<typeof makeSlackHarness>) => {
  h = await makeSlackHarness(...changes);
};

const at = (id: string): Conversation => ({ id, serviceUrl: null });
const channel = (id: string): Destination => ({ kind: "channel", tenant: TEAM, conversation: at(id) });
const person = (account: string): Destination => ({ kind: "person", tenant: TEAM, account, conversation: null });
const copyIds = ["copy-1", "copy-2", "copy-3"];

describe("a post that somebody must mend is refused with a fixed reason", () => {
  it.each([
    ["a person who left", person("U0GONE"), "person_not_found"],
    ["a person who never was", person("U0NOBODY"), "person_not_found"],
    ["an archived channel", channel("C0OLD"), "archived"],
    ["an open channel without the bot", channel("C0AWAY"), "not_in_channel"],
    ["a channel that is not there", channel("C0NOWHERE"), "not_in_channel"],
  ])("%s", async (_name, to, reason) => {
    await started();
    expect(await h.messenger.post(to, CARD, "copy-1")).toEqual({ kind: "refused", reason });
  });

  it("a token that Slack does not know", async () => {
    await started({ botToken: "xoxb-old" });
    const refused = { kind: "refused", reason: "token_invalid" };
    expect(await h.messenger.post(channel(CHANNELS.open), CARD, "copy-1")).toEqual(refused);
    expect(await h.messenger.channelFacts(TEAM, at(CHANNELS.open))).toEqual({ kind: "unreachable" });
  });

  it("an update of a message that is gone", async () => {
    await started();
    const gone = { conversation: at(CHANNELS.open), message: "1.000001" };
    expect(await h.messenger.update(gone, CARD, "copy-1")).toEqual({ kind: "refused", reason: "message_gone" });
  });
});

describe("a post that never left waits", () => {
  it("when nobody listens", async () => {
    await started({ apiUrl: `${await closedAddress()}/api/` });
    expect(await h.messenger.post(channel(CHANNELS.open), CARD, "copy-1")).toMatchObject({ kind: "busy" });
    expect(await h.messenger.post(person("U0PRIYA"), CARD, "copy-1")).toMatchObject({ kind: "busy" });
  });

  it("when the person's conversation could not be opened", async () => {
    await started();
    h.fault({ kind: "fails-after", call: "conversations.open" });
    expect(await h.messenger.post(h.person, CARD, "copy-1")).toMatchObject({ kind: "busy" });
  });

  it("when Slack says wait without saying how long", async () => {
    const mute = createServer((_request, response) => response.writeHead(429).end());
    await new Promise((resolve) => mute.listen(0, "127.0.0.1", () => resolve(undefined)));
    await started({ apiUrl: `http://127.0.0.1:${(mute.address() as AddressInfo).port}/api` });
    const busy = { kind: "busy", retryAfterMs: 30_000 };
    expect(await h.messenger.post(channel(CHANNELS.open), CARD, "copy-1")).toEqual(busy);
    mute.close();
  });
});

describe("looking for a copy", () => {
  it("finds the right one among others, and nothing for another id", async () => {
    await started();
    for (const copyId of copyIds) await h.messenger.post(h.person, CARD, copyId);
    const all = h.driver.messages({ conversation: "D0PRIYA" }).map(({ message }) => message);
    expect(await h.messenger.find(h.person, "copy-2")).toEqual({ conversation: at("D0PRIYA"), message: all[1] });
    expect(await h.messenger.find(h.person, "copy-4")).toBeUndefined();
  });

  it("goes back beyond the first page", async () => {
    await started();
    for (let count = 0; count <= 200; count += 1) await h.messenger.post(h.person, CARD, `copy-${count}`);
    const first = h.driver.messages({ conversation: "D0PRIYA" })[0]?.message;
    expect(await h.messenger.find(h.person, "copy-0")).toEqual({ conversation: at("D0PRIYA"), message: first });
  });

  it("does not take another app's word for it", async () => {
    await started();
    await h.messenger.post(channel(CHANNELS.open), CARD, "copy-1");
    const { messenger } = createSlack({
      ...BOT,
      botId: "B0OTHER",
      signingSecret: SECRET,
      apiUrl: `${h.address}/sandbox/slack/api/`,
      app: express(),
      desk: h.desk,
      log: { warn: () => {}, error: () => {} },
    });
    expect(await messenger.find(channel(CHANNELS.open), "copy-1")).toBeUndefined();
    expect(await h.messenger.find(channel(CHANNELS.open), "copy-1")).toBeDefined();
  });

  it.each(["fails-before", "rate-limited", "hangs"] as const)("throws when Slack cannot say: %s", async (kind) => {
    await started();
    h.fault({ kind, call: "conversations.history", ...(kind === "hangs" ? { ms: 100 } : {}) });
    await expect(h.messenger.find(channel(CHANNELS.open), "copy-1")).rejects.toThrow("slack-history-unreadable");
  });

  it("finds nothing where the bot is no more, because nothing can be posted there either", async () => {
    await started();
    h.fault({ kind: "bot-removed", conversation: CHANNELS.closed });
    expect(await h.messenger.find(channel(CHANNELS.closed), "copy-1")).toBeUndefined();
  });
});

describe("a channel that cannot be looked at", () => {
  it.each(["conversations.info", "conversations.members", "users.info"])("%s fails", async (call) => {
    await started();
    h.fault({ kind: "rate-limited", call });
    expect(await h.messenger.channelFacts(TEAM, at(CHANNELS.closed))).toEqual({ kind: "unreachable" });
  });
});

describe("whether a person can be written to", () => {
  const reaches = (account: string) => h.messenger.reaches({ tenant: TEAM, account, conversation: null });

  it.each([
    ["somebody who works there", OFFICER, "reachable"],
    ["somebody who was deactivated", "U0GONE", "not-found"],
    ["somebody who never was", "U0NOBODY", "not-found"],
    ["a bot", BOT.botUserId, "not-found"],
  ])("%s", async (_name, account, state) => {
    await started();
    expect(await reaches(account)).toBe(state);
    expect(h.driver.messages()).toEqual([]);
  });

  it("is not known when Slack does not say, or does not take the token", async () => {
    await started();
    h.fault({ kind: "rate-limited", call: "users.info" });
    expect(await reaches(OFFICER)).toBe("unreachable");
    await h.stop();
    await started({ botToken: "xoxb-old" });
    expect(await reaches(OFFICER)).toBe("unreachable");
  });
});
