/** "This is contact from a customer": screened as any contact, and answered to the officer at once. */
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { outageOf } from "../../db/transaction.ts";
import { createIntakeToken } from "../../src/usecases/create-intake-token.ts";
import type { ScreenFromChat } from "../../src/usecases/screen-from-chat.ts";
import { silentSources } from "../../src/usecases/silent-sources.ts";
import { type Council, toldOf } from "./builders.ts";
import type { Person } from "./northmoor.ts";
import { aCouncilWithChannel } from "./restricted.ts";

let council: Council;
beforeEach(async () => {
  council = await aCouncilWithChannel();
});
afterEach(() => council.drop());

type Change = Partial<Omit<ScreenFromChat, "actor" | "about">> & {
  by?: Person;
  about?: Partial<ScreenFromChat["about"]>;
};

/** An email of Bo Lane, who may send none, to Sam Hale; say what is different. */
async function pointed({ by = "s.hale", about, ...change }: Change = {}) {
  return await council.use.screenFromChat({
    actor: await council.actor(by),
    submission: randomUUID(),
    customer: { ref: "C-1043" },
    occurredAt: new Date("2026-03-02T09:55:00Z"),
    service: null,
    about: { channel: "email", ...about },
    ...change,
  });
}

const contacts = async () =>
  await council.sql`select source, source_id, outcome, officer_id is not null as officer from contact`;
const alerts = async () => await council.sql`select outcome, contacts from alert`;

describe("contact that an arrangement forbids", () => {
  it("is answered with what to do, and alerted as any contact", async () => {
    const outcome = await pointed({ customer: { ref: " c-1043" } });
    expect(outcome).toMatchObject({
      code: "outside",
      told: true,
      facts: {
        outcome: "breach",
        tier: "identified",
        customerRef: "C-1043",
        handling: ["ask_to_write", "do_not_reply"],
        channel: "email",
      },
    });
    expect(await contacts()).toMatchObject([{ source: "chat", outcome: "breach", officer: true }]);
    expect(await toldOf(council, "alert-officer")).toEqual(["Sam Hale"]);
    expect(await toldOf(council, "alert-channel")).toEqual(["the register team"]);
  });

  it("sent twice, also at the same moment, is one contact with one answer", async () => {
    const submission = randomUUID();
    const [first, second] = await Promise.all([pointed({ submission }), pointed({ submission })]);
    expect(second).toEqual(first);
    expect(await pointed({ submission })).toEqual(first);
    expect(await contacts()).toHaveLength(1);
    expect(await alerts()).toEqual([{ outcome: "breach", contacts: 1 }]);
  });

  it("is another contact when another officer sends a form with the same id: nobody gets somebody else's answer", async () => {
    const submission = randomUUID();
    await pointed({ submission });
    const outcome = await pointed({ submission, by: "t.kerr", customer: { phone: "01632 960777" } });
    expect(outcome).toMatchObject({ code: "as-usual" });
    expect(await contacts()).toHaveLength(2);
  });

  it("says to confirm who it is when what was given contradicts itself", async () => {
    const outcome = await pointed({ customer: { ref: "C-1043", name: "Somebody Else" } });
    expect(outcome).toMatchObject({ code: "outside", facts: { tier: "probable" } });
  });

  it("is found by a number that was typed as the reference", async () => {
    const outcome = await pointed({ customer: { ref: "07700 900456", name: "Bo Lane" } });
    expect(outcome).toMatchObject({ code: "outside", facts: { tier: "probable", customerRef: "C-1043" } });
  });

  it("of a service line is for its manager, and the officer still reads what to do", async () => {
    const outcome = await pointed({ by: "d.okafor", service: "Housing" });
    expect(outcome).toMatchObject({
      code: "outside",
      told: false,
      facts: { handling: ["ask_to_write", "do_not_reply"] },
    });
    expect(await toldOf(council, "alert-officer")).toEqual(["Jordan Reid"]);
  });
});

describe("contact that asks nothing of the officer", () => {
  it.each([
    ["of somebody nobody knows", { customer: { phone: "01632 960777" } }, "clear"],
    ["that keeps to an arrangement", { about: { channel: "letter" } }, "permitted"],
    ["of a protected kind", { about: { protectedReason: "election" } }, "permitted"],
    [
      "made by somebody for the customer",
      { about: { onBehalf: { name: "Pat Law", relationship: "solicitor" } } },
      "permitted",
    ],
    [
      "of somebody who may be on the register",
      { customer: { name: "Bo Lane", phone: "01632 960777" } },
      "possible_match",
    ],
  ] satisfies [string, Change, string][])("%s is answered in one and the same way", async (_name, change, recorded) => {
    expect(await pointed(change)).toEqual({ code: "as-usual", at: council.clock.now });
    expect(await contacts()).toMatchObject([{ outcome: recorded }]);
    expect(await toldOf(council, "alert-officer")).toEqual([]);
    expect(await toldOf(council, "alert-channel")).toEqual(recorded === "possible_match" ? ["the register team"] : []);
  });
});

it.each([
  ["somebody nobody knows", { name: "Quentin Sharp" }, "clear"],
  ["somebody who may be on the register", { name: "Bo Lane" }, "possible_match"],
  ["somebody whose name was typed as the reference", { ref: "Bo Lane" }, "clear"],
])(
  "by a name alone, of %s, is answered that a name is not enough, whatever it found",
  async (_, customer, recorded) => {
    expect(await pointed({ customer })).toEqual({ code: "name-only", at: council.clock.now });
    expect(await contacts()).toMatchObject([{ outcome: recorded }]);
    expect(await toldOf(council, "alert-officer")).toEqual([]);
  },
);

it("is not checked, and never called clear, when nothing given can be looked up", async () => {
  expect(await pointed({ customer: { phone: "999" } })).toEqual({ code: "not-checked", at: council.clock.now });
  expect(await contacts()).toMatchObject([{ outcome: "not_checked" }]);
});

it("looks through the words of the message for protected ones, and writes them nowhere", async () => {
  const outcome = await pointed({ about: { excerpt: "There is a gas leak in Zebedee Close." } });
  expect(outcome).toMatchObject({ code: "outside", facts: { outcome: "conditional" } });
  expect(outcome.code === "outside" && outcome.facts?.handling).toContain("check_protected");
  expect(await everything()).not.toMatch(/zebedee|gas leak in/i);
});

it("is no source that falls silent when nobody tells of a contact for a while", async () => {
  const { db, clock, organisation } = council;
  const context = { db, now: () => clock.now };
  await createIntakeToken(context)({ organisation, name: "a phone system", sources: [] });
  for (let minute = 0; minute < 5; minute += 1) {
    clock.now = new Date(clock.now.getTime() + 60_000);
    await pointed();
  }
  clock.now = new Date(clock.now.getTime() + 6 * 60 * 60_000);
  expect(await silentSources(context)()).toEqual([]);
});

describe("what cannot be screened", () => {
  it("is said with its form, and nothing is written", async () => {
    const later = new Date("2026-03-02T10:06:00Z");
    const outcome = await pointed({ customer: {}, occurredAt: later, service: "Nowhere" });
    expect(outcome).toEqual({ code: "faults", faults: ["who-missing", "in-the-future", "unknown-service"] });
    expect(await contacts()).toEqual([]);
  });

  it("because the register does not answer is said within the time of a person who waits, and nothing is written", async () => {
    await council.sql.begin(async (sql) => {
      await sql`lock table contact in access exclusive mode`;
      const before = performance.now();
      const refused = await pointed().catch((error: unknown) => outageOf(error));
      expect(refused).toBe("unavailable");
      expect(performance.now() - before).toBeLessThan(3_000);
    });
    expect(await contacts()).toEqual([]);
  });
});

/** Every text in every table, the job queue's too. */
async function everything(): Promise<string> {
  const tables = await council.sql<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'graphile_worker')`;
  expect(tables.length).toBeGreaterThan(30);
  const all = tables.map(({ name }) =>
    council.sql.unsafe(`select jsonb_agg(to_jsonb(t))::text as text from ${name} t`),
  );
  return (await Promise.all(all)).map(([row]) => String(row?.["text"])).join("\n");
}
