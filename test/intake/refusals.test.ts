/** What a whole request is refused with, and what a bad contact is (SCREENING section 1, bad input). */
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { connectAsApplication } from "../../db/connect.ts";
import { freshDatabase } from "../support/database.ts";
import { aCall, aWorld } from "../usecases/screen-contacts/a-register.ts";
import { aBot, aCouncil, aToken } from "./a-bot.ts";

describe("POST /v1/contacts", async () => {
  const db = await freshDatabase();
  const logged: unknown[] = [];
  const council = await aCouncil(db, aWorld());
  const bot = await aBot(db.app, { log: (facts, message) => logged.push([facts, message]) });
  afterAll(async () => {
    bot.close();
    await db.drop();
  });
  const stored = async () => (await db.owner.sql`select 1 from contact`).length;
  const batch = (...contacts: readonly unknown[]) => ({ source: "phone-system", contacts });

  it.each([
    ["no token", undefined, {}],
    ["an unknown token", "f".repeat(32), {}],
    ["another scheme", undefined, { Authorization: `Basic ${council.token}` }],
  ])("401: %s", async (_, token, headers) => {
    const { status, body, headers: answered } = await bot.send(token, batch(aCall()), headers);
    expect([status, body.error]).toEqual([401, "unauthorised"]);
    expect(answered.get("www-authenticate")).toBe("Bearer");
  });

  it("401 comes before the body is read", async () => {
    const { status } = await bot.send("x", "{ not json", { "Content-Type": "text/plain" });
    expect(status).toBe(401);
  });

  it("403: a revoked token, and a source the token is not bound to", async () => {
    const revoked = await aToken(db, council.id, { revoked: true });
    expect((await bot.send(revoked, batch(aCall()))).body.error).toBe("token-revoked");
    const bound = await aToken(db, council.id, { sources: ["mail-gateway"] });
    const refused = await bot.send(bound, batch(aCall()));
    expect([refused.status, refused.body.error]).toEqual([403, "source-not-allowed"]);
    expect((await bot.send(bound, { source: "mail-gateway", contacts: [aCall()] })).status).toBe(200);
  });

  it("413: 1,001 contacts, and more than 4 MB", async () => {
    const many = await bot.send(council.token, batch(...Array.from({ length: 1_001 }, () => ({}))));
    expect([many.status, many.body.error]).toEqual([413, "too-many-contacts"]);
    const large = await bot.send(council.token, batch(aCall({ subject: "x".repeat(4 * 1024 * 1024) })));
    expect([large.status, large.body.error]).toEqual([413, "too-large"]);
  });

  it("415: another type, another character set, and a compressed body, which may unfold into gigabytes", async () => {
    const send = async (headers: Record<string, string>) =>
      (await bot.send(council.token, batch(aCall()), headers)).status;
    expect(await send({ "Content-Type": "text/plain" })).toBe(415);
    expect(await send({ "Content-Type": "application/json; charset=klingon" })).toBe(415);
    const bomb = gzipSync(Buffer.alloc(8 * 1024 * 1024, " "));
    const response = await fetch(bot.url, {
      method: "POST",
      headers: {
        Authorization: `Bearer ${council.token}`,
        "Content-Type": "application/json",
        "Content-Encoding": "gzip",
      },
      body: bomb,
    });
    expect(response.status).toBe(415);
  });

  it.each([
    ["no JSON", "{ not json", "", "must be valid JSON"],
    ["a list", "[]", "", "must be a JSON object"],
    ["nothing, as JSON", "null", "", "must be a JSON object"],
    ["a text", '"contacts"', "", "must be a JSON object"],
    ["no source", { contacts: [{}] }, "source"],
    ["an empty source", { source: " ", contacts: [{}] }, "source"],
    ["no contacts", { source: "s", contacts: [] }, "contacts"],
    ["contacts that are no list", { source: "s", contacts: {} }, "contacts"],
    ["a nest of 100,000 lists", "[".repeat(100_000), "", "must be valid JSON"],
  ])("422 with a path: %s", async (_, sent, path, message: unknown = expect.any(String)) => {
    const { status, body } = await bot.send(council.token, sent);
    expect(status).toBe(422);
    expect(body.errors[0]).toMatchObject({ path, message });
  });

  it("429 with Retry-After above the rate of a token, and another token passes", async () => {
    const slow = await aBot(db.app, { rate: 5 });
    const other = await aToken(db, council.id);
    const before = await stored();
    expect((await slow.send(council.token, batch(...Array.from({ length: 5 }, () => aCall())))).status).toBe(200);
    const refused = await slow.send(council.token, batch(aCall(), aCall(), aCall()));
    expect([refused.status, refused.body.error]).toEqual([429, "too-fast"]);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
    expect(await stored()).toBe(before + 5);
    expect((await slow.send(other, batch(aCall()))).status).toBe(200);
    slow.close();
  });

  it("503 when the register cannot be read: nothing is written, and nothing of the database is said", async () => {
    const gone = connectAsApplication(db.ownerUrl.replace(/:\d+\//, ":1/"), { max: 1 });
    const down = await aBot(gone);
    const before = await stored();
    const { status, body, text, headers } = await down.send(council.token, batch(aCall()));
    expect([status, body.error]).toEqual([503, "register-unavailable"]);
    expect(headers.get("retry-after")).toBe("5");
    expect(text).not.toMatch(/ECONN|127\.0|select|\.ts/);
    expect(await stored()).toBe(before);
    down.close();
    await gone.close();
  });

  it("500 without stack, statement or data when something is wrong on our side", async () => {
    await db.owner.sql`alter table contact rename to contact_gone`;
    const { status, body, text } = await bot.send(council.token, batch(aCall({ customer: { name: "Secret Person" } })));
    await db.owner.sql`alter table contact_gone rename to contact`;
    expect([status, body.error]).toEqual([500, "failed"]);
    expect(text).not.toMatch(/relation|select|contact_|Secret|\.ts/);
    expect(JSON.stringify(logged)).toMatch(/could not be screened/);
    expect(JSON.stringify(logged)).not.toMatch(/Secret/);
  });

  it("rejects bad contacts one by one, by path, beside good ones and in order", async () => {
    const good = aCall({ customer: { phone: "07700 900777" } });
    const { status, body } = await bot.send(
      council.token,
      batch(
        "not an object",
        aCall({ id: undefined }),
        aCall({ id: "a\u0000b" }),
        aCall({ id: "x".repeat(201) }),
        aCall({ customer: {} }),
        aCall({ excerpt: "x".repeat(2_001) }),
        aCall({ onBehalf: { name: "A", relationship: "neighbour" } }),
        aCall({ occurredAt: "yesterday" }),
        good,
        good,
      ),
    );
    expect(status).toBe(200);
    const results: { status: string; errors?: { path: string }[] }[] = body.results;
    expect(results.map((result) => result.status)).toEqual([
      ...Array.from({ length: 8 }, () => "rejected"),
      "accepted",
      "duplicate",
    ]);
    expect(results.slice(0, 8).map(({ errors }) => errors?.[0]?.path)).toEqual([
      "",
      "id",
      "id",
      "id",
      "customer",
      "excerpt",
      "onBehalf.relationship",
      "occurredAt",
    ]);
  });

  it("takes what is odd but not wrong, and says what it did not know", async () => {
    const odd = [
      aCall({ id: "\ud800 lone", customer: { name: "\udc00", phone: "07700 900777" }, subject: "\ud800" }),
      aCall({ customer: { phone: "12" } }),
      aCall({ customer: { name: "N".repeat(300), phone: "07700 900777" } }),
      aCall({ customer: { name: "\u0007\u202e bell", phone: "07700 900777" } }),
      aCall({ conversation: "😀".repeat(5_000), customer: { phone: "07700 900123" } }),
      aCall({ occurredAt: "1970-01-01T00:00:00Z", customer: { phone: "07700 900777" } }),
      aCall({ occurredAt: "2099-01-01T00:00:00Z", customer: { phone: "07700 900777" } }),
      aCall({ officer: { email: "nobody@elsewhere.example" }, service: "No Such Service" }),
    ];
    const send = async () => (await bot.send(council.token, batch(...odd))).body.results;
    const first = await send();
    expect(first.map((result: { status: string }) => result.status)).toEqual(odd.map(() => "accepted"));
    expect(first[1].outcome).toBe("not_checked");
    expect(first[7]).toMatchObject({ outcome: "breach", notes: ["unknown_officer", "unknown_service"] });
    const again = await send();
    expect(again).toEqual(first.map((result: object) => ({ ...result, status: "duplicate" })));
  });

  it("knows a token's council only: another's customers are nobody here", async () => {
    const other = JSON.parse(JSON.stringify(aWorld("marlowick")).replaceAll("T0NORTH", "T0MARLO"));
    const { token } = await aCouncil(db, { ...other, arrangements: [] });
    const call = aCall();
    expect((await bot.send(token, batch(call))).body.results[0]).toMatchObject({
      status: "accepted",
      outcome: "clear",
      match: null,
    });
    expect((await bot.send(council.token, batch(call))).body.results[0]).toMatchObject({
      status: "accepted",
      outcome: "breach",
    });
  });

  it("touches no other route: what comes after reads its own body", async () => {
    const response = await fetch(bot.url.replace("/v1/contacts", "/slack/events"), { method: "POST", body: "a=1" });
    expect(response.status).toBe(404);
  });
});
