/** Activities that Teams did not send, or sent for somebody else (issue 2, section 4; PLATFORM 2.8). */
import type { AddressInfo } from "node:net";
import express from "express";
import { afterEach, describe, expect, it } from "vitest";
import { createTeams } from "../../../src/chat/teams/index.ts";
import { CARD, FORM } from "../contract.ts";
import {
  ANNA,
  ANNA_OBJECT,
  APP,
  CHAT,
  type Changes,
  goodClaims,
  makeTeamsHarness,
  TENANT,
  type TeamsHarness,
} from "./harness.ts";

let h: TeamsHarness;
afterEach(() => h.stop());

async function started(changes: Changes = {}): Promise<TeamsHarness> {
  h = await makeTeamsHarness(changes);
  h.desk.answers(() => ({ kind: "form", form: FORM }));
  return h;
}

const signed = () => started({ signed: true });

/** A press on a card, as Teams sends it. */
function invoke(change: object = {}) {
  return {
    type: "invoke",
    name: "task/fetch",
    id: "1",
    channelId: "msteams",
    serviceUrl: h.serviceUrl,
    from: { id: ANNA, aadObjectId: ANNA_OBJECT },
    recipient: { id: `28:${APP}` },
    conversation: { id: CHAT, tenantId: TENANT, conversationType: "personal" },
    channelData: { tenant: { id: TENANT } },
    value: { data: { action: "report", i: "form-1", v: 1 } },
    ...change,
  };
}

type Sent = { readonly authorization?: string; readonly headers?: Readonly<Record<string, string>> };

async function send(body: unknown, { authorization, headers = {} }: Sent = {}) {
  const response = await fetch(`${h.address}/api/messages`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(authorization && { authorization }), ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, body: text === "" ? undefined : (JSON.parse(text) as unknown) };
}

const bearer = (claims: object = {}, forged: object = {}) =>
  `Bearer ${h.keys.sign({ ...goodClaims(h.serviceUrl), ...claims }, forged)}`;
const seconds = () => Math.floor(Date.now() / 1_000);

const TENANT_REFUSED = { status: 403, body: { error: "tenant_not_allowed" } };
const ADDRESS_REFUSED = { status: 403, body: { error: "service_address_not_allowed" } };
const NOT_AUTHENTIC = { status: 401, body: { error: "not_authentic" } };

describe("a signed activity", () => {
  it("with the Bot Service's own token reaches the desk", async () => {
    await signed();
    expect(await send(invoke(), { authorization: bearer() })).toMatchObject({
      status: 200,
      body: { task: { type: "continue" } },
    });
    expect(h.desk.asked).toMatchObject([
      { what: "press", from: { chat: "teams", tenant: TENANT, account: ANNA_OBJECT } },
    ]);
  });

  it.each([
    ["no token", () => ({})],
    ["an empty token", () => ({ authorization: "Bearer " })],
    ["another scheme", () => ({ authorization: bearer().replace("Bearer", "Basic") })],
    ["a token that is none", () => ({ authorization: "Bearer a.b.c" })],
    ["a token signed with another key", () => ({ authorization: bearer({}, { key: "another" }) })],
    ["a token of an unknown key", () => ({ authorization: bearer({}, { kid: "nobody" }) })],
    ["a token whose signature is gone", () => ({ authorization: bearer().replace(/[^.]+$/, "AAAA") })],
    ["a token for another bot", () => ({ authorization: bearer({ aud: "33333333-3333-4333-8333-333333333333" }) })],
    ["a token of an hour ago", () => ({ authorization: bearer({ exp: seconds() - 3_600 }) })],
    ["a token of tomorrow", () => ({ authorization: bearer({ nbf: seconds() + 86_400, exp: seconds() + 90_000 }) })],
    [
      "a token for another service address",
      () => ({ authorization: bearer({ serviceurl: "https://smba.trafficmanager.net/uk/" }) }),
    ],
    ["a token for no service address", () => ({ authorization: bearer({ serviceurl: undefined }) })],
    [
      "an emulator token of the bot's own application",
      () => ({
        authorization: bearer({ iss: `https://sts.windows.net/${TENANT}/`, ver: "1.0", appid: APP, tid: TENANT }),
      }),
    ],
    [
      "an emulator token of another tenant",
      () => ({
        authorization: bearer({
          iss: "https://login.microsoftonline.com/other/v2.0",
          ver: "2.0",
          azp: APP,
          tid: "other",
        }),
      }),
    ],
  ])("with %s is refused before the desk", async (_name, sent) => {
    await signed();
    expect(await send(invoke(), sent())).toEqual(NOT_AUTHENTIC);
    expect(h.desk.asked).toEqual([]);
    expect(h.lines.join("")).toContain("teams-request-refused");
  });

  it("that nobody signed as 'none' is refused", async () => {
    await signed();
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const authorization = `Bearer ${part({ alg: "none" })}.${part(goodClaims(h.serviceUrl))}.x`;
    expect(await send(invoke(), { authorization })).toEqual(NOT_AUTHENTIC);
    expect(h.desk.asked).toEqual([]);
  });

  it.each([
    [
      "of another tenant",
      { conversation: { id: "a:1", tenantId: "other" }, channelData: { tenant: { id: "other" } } },
      TENANT_REFUSED,
    ],
    ["of somebody of another tenant, in our channel", { channelData: { tenant: { id: "other" } } }, TENANT_REFUSED],
    ["of our person, in another tenant's channel", { conversation: { id: "a:1", tenantId: "other" } }, TENANT_REFUSED],
    ["of no tenant", { conversation: { id: CHAT }, channelData: {} }, TENANT_REFUSED],
    ["with no service address", { serviceUrl: undefined }, ADDRESS_REFUSED],
    ["with an empty service address", { serviceUrl: "" }, ADDRESS_REFUSED],
    ["with a foreign service address", { serviceUrl: "https://evil.example/teams" }, ADDRESS_REFUSED],
    [
      "with a service address that only looks right",
      { serviceUrl: "https://127.0.0.1@evil.example/" },
      ADDRESS_REFUSED,
    ],
    [
      "of another channel of the Bot Service",
      { channelId: "directline" },
      { status: 400, body: { error: "bad_request" } },
    ],
    ["from nobody", { from: undefined }, { status: 400, body: { error: "bad_request" } }],
  ])("%s is refused though the token is good", async (_name, change, refusal) => {
    await signed();
    const { serviceUrl = h.serviceUrl } = { ...change } as { serviceUrl?: string };
    expect(await send(invoke(change), { authorization: bearer({ serviceurl: serviceUrl }) })).toEqual(refusal);
    expect(h.desk.asked).toEqual([]);
    expect(h.remembered).toEqual([]);
  });

  it("is not believed while the keys cannot be had", async () => {
    await signed();
    const app = express();
    createTeams({
      local: false,
      appId: APP,
      appPassword: "x",
      tenantId: TENANT,
      openIdMetadataUrl: `${h.address}/nowhere`,
      app,
      desk: h.desk,
      tenantAllowed: () => Promise.resolve(true),
      rememberConversation: () => Promise.resolve(),
      log: { warn: () => {}, error: () => {} },
    });
    const server = app.listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: bearer() },
      body: JSON.stringify(invoke()),
    });
    expect({ status: response.status, body: await response.json() }).toEqual({
      status: 503,
      body: { error: "keys_unreachable" },
    });
    expect(h.desk.asked).toEqual([]);
    server.close();
  });

  it("redelivered is answered again, and the desk, which knows what it did, is asked again", async () => {
    await signed();
    await h.open("report-contact");
    const again = await h.driver.sendRaw(h.driver.sent().at(-1) ?? "");
    expect(again).toMatchObject({ kind: "answered", status: 200 });
    expect(h.desk.asked).toHaveLength(2);
  });
});

describe("an activity whose tenant cannot be looked up", () => {
  it.each([
    ["fails", () => Promise.reject(new Error("no database"))],
    ["hangs", () => new Promise<boolean>(() => {})],
  ])("because the register %s: nothing was changed, and the person reads so", async (_name, tenantAllowed) => {
    await started({ tenantAllowed });
    expect((await h.open("report-contact")).text).toContain("Nothing was changed by your click");
    expect(h.desk.asked).toEqual([]);
    expect(h.remembered).toEqual([]);
  });
});

describe("a tenant that was ours a moment ago", () => {
  async function heardThen(next: () => Promise<boolean>) {
    let away = false;
    await started({ tenantAllowed: () => (away ? next() : Promise.resolve(true)) });
    await h.open("report-contact");
    away = true;
    h.desk.asked.length = 0;
  }

  it.each([
    ["fails", () => Promise.reject(new Error("no database"))],
    ["hangs", () => new Promise<boolean>(() => {})],
  ])("still reaches the desk while the register %s", async (_name, next) => {
    await heardThen(next);
    expect((await h.open("report-contact")).fields).toHaveProperty("what");
    expect(h.desk.asked).toHaveLength(1);
  });

  it("does not when the register says that it is no more", async () => {
    await heardThen(() => Promise.resolve(false));
    expect(await send(invoke())).toEqual(TENANT_REFUSED);
    expect(h.desk.asked).toEqual([]);
  });
});

describe("an activity in a local tenant", () => {
  it("needs no token", async () => {
    await started();
    expect(await send(invoke())).toMatchObject({ status: 200 });
    expect(h.desk.asked).toHaveLength(1);
  });

  it.each([
    ["another tenant", { conversation: { id: CHAT, tenantId: "other" } }, TENANT_REFUSED],
    ["Microsoft's own service address", { serviceUrl: "https://smba.trafficmanager.net/uk/" }, ADDRESS_REFUSED],
    ["an address in the network", { serviceUrl: "http://10.0.0.1/" }, ADDRESS_REFUSED],
    ["an address that begins like this machine", { serviceUrl: "http://127.0.0.1.evil.example/" }, ADDRESS_REFUSED],
    ["no service address", { serviceUrl: undefined }, ADDRESS_REFUSED],
  ])("with %s is refused", async (_name, change, refusal) => {
    await started();
    expect(await send(invoke(change))).toEqual(refusal);
    expect(h.desk.asked).toEqual([]);
  });

  it.each([
    ["Forwarded", { forwarded: "for=192.0.2.1" }],
    ["X-Forwarded-For", { "x-forwarded-for": "192.0.2.1" }],
    ["a foreign Origin", { origin: "https://evil.example" }],
    ["an Origin that hides", { origin: "null" }],
  ])("that came through a proxy or a page is refused: %s", async (_name, headers) => {
    await started();
    expect(await send(invoke(), { headers })).toEqual({ status: 403, body: { error: "local_only" } });
    expect(h.desk.asked).toEqual([]);
  });
});

describe("a body that cannot be used", () => {
  it.each([
    ["no JSON", "{", 400, "bad_request"],
    ["nothing", "", 403, "service_address_not_allowed"],
    ["a list", "[]", 403, "service_address_not_allowed"],
    ["a word", '"hello"', 400, "bad_request"],
    ["more than Teams sends", JSON.stringify({ text: "x".repeat(1_100_000) }), 413, "too_large"],
  ])("%s", async (_name, body, status, error) => {
    await started();
    expect(await send(body)).toEqual({ status, body: { error } });
  });

  it("an invoke that is not ours is answered with JSON", async () => {
    await started();
    for (const name of ["task/other", "constructor", undefined])
      expect(await send(invoke({ name }))).toEqual({ status: 501, body: { error: "not_handled" } });
    expect(h.desk.asked).toEqual([]);
  });

  it("an activity that nobody listens to is taken", async () => {
    await started();
    expect(await send(invoke({ type: "typing" }))).toEqual({ status: 200, body: undefined });
    expect(h.desk.asked).toEqual([]);
  });
});

describe("the bot's own token", () => {
  it("is asked for once, in its own tenant, and carried by every call", async () => {
    await signed();
    const first = await h.messenger.post(h.person, CARD, "copy-1");
    expect(first).toMatchObject({ kind: "posted" });
    await h.messenger.post(h.person, CARD, "copy-2");
    expect(h.keys.asked).toEqual([
      {
        tenant: TENANT,
        grant_type: "client_credentials",
        client_id: APP,
        client_secret: "the secret",
        scope: "https://api.botframework.com/.default",
      },
    ]);
  });

  it("that is refused is forgotten: the next call asks for another", async () => {
    await signed();
    await h.messenger.post(h.person, CARD, "copy-1");
    h.keys.granted.length = 0;
    const refused = { kind: "refused", reason: "token_invalid" };
    expect(await h.messenger.post(h.person, CARD, "copy-2")).toEqual(refused);
    expect(await h.messenger.post(h.person, CARD, "copy-2")).toMatchObject({ kind: "posted" });
  });

  it("goes to no address but Teams'", async () => {
    await signed();
    const conversation = { id: CHAT, serviceUrl: "https://evil.example/" };
    const refused = { kind: "refused", reason: "service_address_not_allowed" };
    expect(await h.messenger.post({ ...h.person, conversation }, CARD, "copy-1")).toEqual(refused);
    expect(h.keys.asked).toEqual([]);
  });

  it.each([
    [200, "valid"],
    [401, "invalid"],
    [400, "invalid"],
    [500, "unreachable"],
  ])("checked when Microsoft answers %i: %s", async (status, expected) => {
    await signed();
    h.keys.answerWith = status;
    expect(await h.teams.checkToken()).toBe(expected);
  });

  it.each([
    [401, { kind: "refused", reason: "token_invalid" }],
    [503, { kind: "busy", retryAfterMs: 5_000 }],
  ])("that cannot be had (%i) posts nothing", async (status, delivery) => {
    await signed();
    h.keys.answerWith = status;
    expect(await h.messenger.post(h.person, CARD, "copy-1")).toEqual(delivery);
    expect(h.driver.messages()).toEqual([]);
  });

  it("needs no checking in a local tenant", async () => {
    await started();
    expect(await h.teams.checkToken()).toBe("valid");
  });

  it("and the secret are never in the log", async () => {
    await signed();
    h.fault({ kind: "fails-before", call: "POST activities" });
    await h.driver.say(ANNA, { conversation: CHAT, text: "Ada Lovelace shouted" });
    await send(invoke(), { authorization: "Bearer a.b.c" });
    expect(h.lines.length).toBeGreaterThan(1);
    for (const secret of [...h.keys.granted, "the secret", "Ada", "a.b.c"])
      expect(h.lines.join("")).not.toContain(secret);
  });
});
