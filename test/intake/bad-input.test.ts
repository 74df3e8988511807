/** Bad contacts over HTTP, kept or refused as SCREENING section 1 says. Whole requests that are refused: refusals.test.ts. */
import { afterAll, describe, expect, it } from "vitest";
import { freshDatabase } from "../support/database.ts";
import { aCall, aWorld, NOW } from "../usecases/screen-contacts/a-register.ts";
import { aBot, aCouncil } from "./a-bot.ts";

type Result = {
  readonly status: string;
  readonly outcome?: string;
  readonly match?: object | null;
  readonly notes?: readonly string[];
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
};

/** Valid JSON, so many lists in one another. */
const nest = (deep: number): string => "[".repeat(deep) + "]".repeat(deep);

describe("bad input", async () => {
  const db = await freshDatabase();
  const council = await aCouncil(db, aWorld());
  const logged: unknown[] = [];
  const bot = await aBot(db.app, { now: () => NOW, log: (facts, message) => logged.push([facts, message]) });
  afterAll(async () => {
    bot.close();
    await db.drop();
  });

  async function results(...contacts: readonly unknown[]): Promise<readonly Result[]> {
    const { status, body } = await bot.send(council.token, { source: "phone-system", contacts });
    expect(status).toBe(200);
    expect(logged).toEqual([]);
    return body.results;
  }
  /** Contacts written as text, for what no program would write. Each by a connection of its own: reading may take seconds. */
  async function raw(...contacts: readonly string[]) {
    const body = `{"source":"phone-system","contacts":[${contacts.join(",")}]}`;
    return await bot.send(council.token, body, { Connection: "close" });
  }
  const withKey = (key: string, value: string): string =>
    JSON.stringify(aCall({ customer: { phone: "07700 900777" } })).replace(/\}$/, `,${JSON.stringify(key)}:${value}}`);

  it.each([
    "",
    " ",
    "+",
    "12",
    "999",
    "anonymous",
    "withheld",
    "0".repeat(20),
    "9".repeat(4_000),
    "(((",
    "\u0007",
    "٠٧٧",
  ])("a phone that cannot be used is accepted and not checked: %j", async (phone) => {
    expect(await results(aCall({ customer: { phone } }))).toMatchObject([
      { status: "accepted", outcome: "not_checked", match: null },
    ]);
  });

  it("a phone that cannot be used does not hide what can be", async () => {
    const [result] = await results(aCall({ customer: { phone: "withheld", ref: "C-1" } }));
    expect(result).toMatchObject({ outcome: "breach" });
  });

  it.each([
    ["300 characters", "N".repeat(300)],
    ["300 tokens", Array.from({ length: 300 }, (_, n) => `name${n}`).join(" ")],
    ["control and direction characters", "\u0007\u001b[31m\u202e Alex \u2066 Morgan"],
    ["half of a pair", "\ud83d Alex"],
    ["100,000 characters", "Alex ".repeat(20_000)],
  ])("a name of %s is accepted, and nobody's", async (_, name) => {
    const [result] = await results(aCall({ customer: { name, phone: "07700 900777" } }));
    expect(result).toMatchObject({ status: "accepted", outcome: "clear" });
  });

  it("a null character, which the database cannot keep, is rejected wherever it stands", async () => {
    const places = [
      { customer: { name: "a\u0000b" } },
      { subject: "\u0000" },
      { conversation: "\u0000" },
      { excerpt: "\u0000" },
    ];
    const rejected = await results(...places.map((place) => aCall(place)), aCall());
    expect(rejected.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected", "rejected", "accepted"]);
  });

  it("an excerpt may have 2,000 characters, counted as people count, and not one more", async () => {
    const excerpts = ["x".repeat(2_000), "😀".repeat(2_000), "x".repeat(2_001), "😀".repeat(2_001)];
    const answered = await results(...excerpts.map((excerpt) => aCall({ excerpt })));
    expect(answered.map(({ status }) => status)).toEqual(["accepted", "accepted", "rejected", "rejected"]);
    expect(answered[2]?.errors).toEqual([{ path: "excerpt", message: "must be at most 2000 characters" }]);
  });

  it("a contact of 1970 and one of tomorrow are screened by the arrangement of their day", async () => {
    const tomorrow = new Date(NOW.getTime() + 86_400_000).toISOString();
    const [old, ahead] = await results(aCall({ occurredAt: "1970-01-01T00:00:00Z" }), aCall({ occurredAt: tomorrow }));
    expect([old?.outcome, ahead?.outcome]).toEqual(["clear", "breach"]);
  });

  it.each(["2026-03-03", "2026-03-03T10:00:00", "2026-02-30T10:00:00Z", "1772532000", "", "9999-12-31T00:00:00Z"])(
    "a time without an offset, or that is none, is rejected: %j",
    async (occurredAt) => {
      const [result] = await results(aCall({ occurredAt }));
      expect(result).toMatchObject({ status: "rejected", errors: [{ path: "occurredAt" }] });
    },
  );

  it("two contacts with one id: the first that can be read counts, whatever the others say", async () => {
    const id = "twice";
    const answered = await results(
      aCall({ id, channel: "pigeon" }),
      aCall({ id }),
      aCall({ id, customer: { phone: "07700 900777" } }),
      aCall({ id, channel: "pigeon" }),
    );
    expect(answered.map(({ status, outcome }) => [status, outcome])).toEqual([
      ["rejected", undefined],
      ["accepted", "breach"],
      ["duplicate", "breach"],
      ["duplicate", "breach"],
    ]);
    expect(await db.owner.sql`select 1 from contact where source_id = ${id}`).toHaveLength(1);
  });

  it("an unknown officer counts as anyone else, an unknown service as not given, and both are said", async () => {
    const [result] = await results(
      aCall({ officer: { email: "nobody@elsewhere.example" }, service: "No Such Service" }),
    );
    expect(result).toMatchObject({ outcome: "breach", notes: ["unknown_officer", "unknown_service"] });
  });

  it("a JSON bomb is one rejected contact, or goes unread, and the next request is answered", async () => {
    const deep = 100_000;
    const { status, body } = await raw(
      nest(deep),
      withKey("topicRef", nest(deep)),
      withKey("unknown", nest(deep)),
      withKey("id2", "1"),
    );
    expect(status).toBe(200);
    expect(body.results.map((result: Result) => result.status)).toEqual([
      "rejected",
      "rejected",
      "accepted",
      "accepted",
    ]);
    const keys = Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`k${n}`, n]));
    expect((await raw(withKey("unknown", JSON.stringify(keys)))).body.results).toMatchObject([{ status: "accepted" }]);
    expect((await raw(withKey("durationMinutes", "1e999"))).body.results).toMatchObject([{ status: "rejected" }]);
    expect(await results(aCall())).toMatchObject([{ outcome: "breach" }]);
  });

  it("keys of an object's own making change nothing", async () => {
    const { body } = await raw(
      withKey("__proto__", '{"outcome":"clear","customer":{"ref":"C-1"}}'),
      withKey("constructor", "{}"),
    );
    expect(body.results).toMatchObject([{ outcome: "clear" }, { outcome: "clear" }]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it("a thousand bad contacts are a thousand results, each with its fault, and none quotes what was sent", async () => {
    const secret = "07700 900123";
    const answered = await results(
      ...Array.from({ length: 1_000 }, (_, n) => ({ id: `bad-${n}`, customer: { phone: secret }, channel: secret })),
    );
    expect(answered.filter(({ status }) => status === "rejected")).toHaveLength(1_000);
    expect(JSON.stringify(answered)).not.toContain(secret);
  });
});
