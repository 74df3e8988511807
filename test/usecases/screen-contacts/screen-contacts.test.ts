/** Screening against a real PostgreSQL: who is told, what is joined, what two requests at once may not do. */
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { APP_ROLE, type Db } from "../../../db/connect.ts";
import { rememberNotSame } from "../../../db/queries/screening/judged.ts";
import { background, sqlOf } from "../../../db/transaction.ts";
import type { TestDatabase } from "../../support/database.ts";
import { borrowDatabase } from "../../support/shelf.ts";
import { aCall, accepted, aRegister, NOW } from "./a-register.ts";

let db: TestDatabase;
let register: Awaited<ReturnType<typeof aRegister>>;
beforeEach(async () => {
  db = await borrowDatabase();
  register = await aRegister(db.app);
});
afterEach(() => db.drop());

const told = async (alert: string | null) =>
  (
    await db.owner
      .sql`select f.name, r.part from alert_recipient r join officer f on f.id = r.officer_id where r.alert_id = ${alert} order by f.name`
  ).map(({ name, part }) => `${String(name).split(" ")[0]} ${part}`);
const copies = async (alert: string | null) =>
  (
    await db.owner
      .sql`select c.kind, f.name from copy c left join officer f on f.id = c.officer_id where c.subject_id = ${alert} order by c.kind, f.name`
  ).map(({ kind, name }) => `${kind}: ${String(name).split(" ")[0]}`);

describe("who is told", () => {
  it("tells the officer reached, the named officer and the register team, with a time to acknowledge and an audit row", async () => {
    const [result] = await register.receive([aCall()]);
    const { alertId, outcome } = accepted(result);
    expect(outcome).toBe("breach");
    expect(await told(alertId)).toEqual(["Ann point_of_contact", "Ben reached"]);
    // Without a channel each of the register team gets the masked card.
    expect(await copies(alertId)).toEqual(["alert-channel: Rita", "alert-officer: Ann", "alert-officer: Ben"]);
    const due = await db.owner.sql`select kind from due where subject_id = ${alertId}`;
    expect(due.map(({ kind }) => kind)).toEqual(["alert-unacknowledged"]);
    const audit = await db.owner.sql`select event, facts from audit where subject_id = ${alertId}`;
    expect(audit).toEqual([
      { event: "alert-raised", facts: { outcome: "breach", tier: "identified", channel: "phone" } },
    ]);
  });

  it("tells the service manager where no account reaches the officer", async () => {
    const [result] = await register.receive([aCall({ officer: { extension: "2005" } })]);
    expect(await told(accepted(result).alertId)).toEqual(["Ann point_of_contact", "Mona standing_in"]);
  });

  it("tells the manager of the service when a service line was reached", async () => {
    const [result] = await register.receive([aCall({ officer: undefined, service: "housing" })]);
    expect(await told(accepted(result).alertId)).toEqual(["Ann point_of_contact", "Mona standing_in"]);
  });

  it("tells no officer of a possible match", async () => {
    const [result] = await register.receive([aCall({ customer: { name: "Alex Morgan" } })]);
    const { alertId, outcome } = accepted(result);
    expect(outcome).toBe("possible_match");
    expect(await told(alertId)).toEqual([]);
    expect(await copies(alertId)).toEqual(["alert-channel: Rita"]);
  });
});

describe("what is written in another case", () => {
  it.each([
    ["a reference", { customer: { ref: " c-1 " } }, "breach"],
    ["an extension", { officer: { extension: "h204" } }, "permitted"],
    ["an extension in capitals", { officer: { extension: "H204" } }, "permitted"],
  ])("%s is found", async (_, given, outcome) => {
    await db.owner.sql`update officer set extension = 'H204' where name = 'Ann Northmoor'`;
    const [result] = await register.receive([aCall(given)]);
    expect(accepted(result)).toMatchObject({ outcome, match: { customerRef: "C-1" } });
    expect(accepted(result).notes ?? []).not.toContain("unknown_officer");
  });
});

describe("one alert", () => {
  it("for a conversation, whose further officers get theirs; the named officer has it in hand", async () => {
    const legs = [
      aCall({ conversation: "k" }),
      aCall({ conversation: "k", officer: { extension: "2001" } }),
      aCall({ conversation: "k", officer: { extension: "2003" } }),
    ];
    const results = [];
    for (const leg of legs) results.push(accepted((await register.receive([leg]))[0]));
    expect(new Set(results.map(({ alertId }) => alertId)).size).toBe(2); // one alert, and null for the named officer's leg
    const alerts = await db.owner.sql`select id, contacts, handled, version from alert`;
    expect(alerts).toEqual([{ id: results[0]?.alertId, contacts: 2, handled: true, version: 3 }]);
    expect(await told(results[0]?.alertId ?? null)).toEqual(["Ann point_of_contact", "Ben reached", "Mona reached"]);
    const wanted = await db.owner
      .sql`select c.wanted, f.name from copy c join officer f on f.id = c.officer_id where kind = 'alert-officer' order by f.name`;
    expect(wanted.map(({ name, wanted }) => `${String(name).split(" ")[0]} ${wanted}`)).toEqual([
      "Ann 3",
      "Ben 3",
      "Mona 2",
    ]);
  });

  it("in hand also when the named officer's leg came first", async () => {
    await register.receive([aCall({ conversation: "k", officer: { extension: "2003" } })]);
    await register.receive([aCall({ conversation: "k" })]);
    expect(await db.owner.sql`select handled from alert`).toEqual([{ handled: true }]);
  });

  it("that becomes surer is the same one, open again, and the officer gets theirs", async () => {
    const landline = { customer: { phone: "01632 960001" }, conversation: "k", channel: "letter", subject: "drainage" };
    const [first] = await register.receive([aCall(landline)]);
    await db.owner.sql`update alert set state = 'acknowledged', state_at = now()`;
    const [second] = await register.receive([
      aCall({ ...landline, customer: { phone: "01632 960001", name: "Dana Wells" } }),
    ]);
    expect([accepted(first).outcome, accepted(second).outcome]).toEqual(["possible_match", "breach"]);
    expect(accepted(second).alertId).toBe(accepted(first).alertId);
    expect(await db.owner.sql`select outcome, tier, state, contacts, handling from alert`).toEqual([
      {
        outcome: "breach",
        tier: "probable",
        state: "open",
        contacts: 2,
        handling: ["do_not_reply", "file_for_reader"],
      },
    ]);
    expect(await told(accepted(second).alertId)).toEqual(["Ann point_of_contact", "Ben reached"]);
  });

  it("for thirty calls in an hour, and another after the hour, for another officer, or once it was answered", async () => {
    const minute = (m: number) => ({
      occurredAt: new Date(Date.parse("2026-09-15T10:00:00Z") + m * 60_000).toISOString(),
    });
    await register.receive(Array.from({ length: 15 }, (_, m) => aCall(minute(m))));
    for (let m = 15; m < 30; m++) await register.receive([aCall(minute(m))]);
    expect(await db.owner.sql`select contacts from alert`).toEqual([{ contacts: 30 }]);
    expect(
      await db.owner
        .sql`select wanted from copy where kind = 'alert-officer' and officer_id = (select id from officer where extension = '2004')`,
    ).toEqual([{ wanted: 16 }]);

    await register.receive([aCall(minute(60)), aCall({ ...minute(20), officer: { extension: "2001" } })]);
    expect(await db.owner.sql`select contacts from alert order by contacts`).toHaveLength(3);
    await db.owner.sql`update alert set state = 'acknowledged'`;
    await register.receive([aCall(minute(31))]);
    expect(await db.owner.sql`select contacts from alert`).toHaveLength(4);
  });
});

describe("two requests at the same moment", () => {
  const many = 8;

  it("store one contact sent many times once, and all get the first answer", async () => {
    const call = aCall();
    const results = (await Promise.all(Array.from({ length: many }, () => register.receive([call])))).map(([result]) =>
      accepted(result),
    );
    expect(results.filter(({ status }) => status === "accepted")).toHaveLength(1);
    expect(new Set(results.map(({ alertId }) => alertId)).size).toBe(1);
    expect(await db.owner.sql`select contacts from alert`).toEqual([{ contacts: 1 }]);
    expect(await db.owner.sql`select 1 from contact`).toHaveLength(1);
  });

  it("raise one alert for the legs of a conversation", async () => {
    const results = await Promise.all(
      Array.from({ length: many }, () => register.receive([aCall({ conversation: "k" })])),
    );
    expect(new Set(results.map(([result]) => accepted(result).alertId)).size).toBe(1);
    expect(await db.owner.sql`select contacts from alert`).toEqual([{ contacts: many }]);
  });

  it("raise one alert for a possible match and the same person made sure", async () => {
    const possible = { conversation: "k", customer: { phone: "01632 960001" }, channel: "letter", subject: "drainage" };
    await Promise.all([
      register.receive([aCall(possible)]),
      register.receive([aCall({ ...possible, customer: { ref: "C-3" } })]),
    ]);
    expect(await db.owner.sql`select outcome, contacts from alert`).toEqual([{ outcome: "breach", contacts: 2 }]);
  });

  it("count a week's calls exactly", async () => {
    const at = (m: number) =>
      aCall({ customer: { phone: "07700 900124" }, occurredAt: `2026-09-15T11:0${m}:00+01:00` });
    const results = await Promise.all(Array.from({ length: many }, (_, m) => register.receive([at(m)])));
    expect(await db.owner.sql`select 1 from week_call`).toHaveLength(many);
    // Whatever the order of arrival, the first two of the week are permitted and the last is a breach.
    expect(accepted(results[0]?.[0]).outcome).toBe("permitted");
    const [last] = await register.receive([at(9)]);
    expect(accepted(last).outcome).toBe("breach");
  });

  it("do not wait for each other in a circle", async () => {
    const calls = Array.from({ length: 20 }, () => aCall({ conversation: "k" }));
    const results = await Promise.all([register.receive(calls), register.receive(calls.toReversed())]);
    expect(results.flat().filter((result) => accepted(result).status === "accepted")).toHaveLength(calls.length);
  });

  it("nor about strangers, whichever part of a request they are in", async () => {
    const calls = Array.from({ length: 400 }, (_, n) =>
      aCall(n % 9 === 0 ? { conversation: `k${n}` } : { customer: { name: `Nobody Quux${n}`, phone: "07700 900777" } }),
    );
    const circles = async () =>
      await db.owner.sql`select deadlocks::int from pg_stat_database where datname = current_database()`;
    const before = await circles();
    const results = await Promise.all([register.receive(calls), register.receive(calls.toReversed())]);
    expect(results.flat().filter((result) => accepted(result).status === "accepted")).toHaveLength(calls.length);
    expect(await circles()).toEqual(before);
  });
});

describe("one organisation", () => {
  it("never matches the customers of another, nor knows its contacts", async () => {
    const other = await aRegister(db.app, { slug: "marlowick" });
    await db.owner.sql`delete from restriction where organisation_id = ${other.organisation}`;
    const call = aCall();
    expect(accepted((await register.receive([call]))[0]).outcome).toBe("breach");
    const [theirs] = await other.receive([call]);
    expect([accepted(theirs).status, accepted(theirs).outcome]).toEqual(["accepted", "clear"]);
    expect(await db.owner.sql`select 1 from alert where organisation_id = ${other.organisation}`).toHaveLength(0);
  });
});

describe("not the same person", () => {
  const until = new Date(NOW.getTime() + 90 * 86_400_000);
  const judge = async (alert: string | null) => {
    const [rita] = await db.owner.sql`select id from officer where extension = '2002'`;
    await background(db.app, register.organisation, (tx) =>
      rememberNotSame(sqlOf(tx), register.organisation, {
        alert: alert ?? "",
        alerts: [alert ?? ""],
        by: String(rita?.id),
        at: NOW,
        until,
      }),
    );
  };

  it("is remembered of what was given, until the customer changes; a reference is never dropped", async () => {
    const named = () => aCall({ customer: { name: "Alex Morgan" } });
    await judge(accepted((await register.receive([named()]))[0]).alertId);
    expect(accepted((await register.receive([aCall({ customer: { name: "MORGAN, Alex" } })]))[0]).outcome).toBe(
      "clear",
    );
    expect(
      accepted((await register.receive([aCall({ customer: { name: "Alex Morgan", ref: "C-1" } })]))[0]).outcome,
    ).toBe("breach");
    await db.owner.sql`update customer set version = version + 1`;
    expect(accepted((await register.receive([named()]))[0]).outcome).toBe("possible_match");
  });
});

describe("statements", () => {
  /** How many statements a request takes, once every connection knows the types. */
  async function counted(contacts: (n: number) => readonly unknown[], many = 1_000): Promise<readonly number[]> {
    let statements = 0;
    const sql = postgres(db.ownerUrl, {
      max: 1,
      connection: { role: APP_ROLE },
      onnotice: () => {},
      debug: () => (statements += 1),
    });
    const counting: Db = { sql, drizzle: drizzle(sql), close: () => sql.end() };
    const { receive } = await aRegister(counting);
    await receive(contacts(10));
    const counts = [];
    for (const n of [10, many]) {
      statements = 0;
      await receive(contacts(n));
      counts.push(statements);
    }
    await counting.close();
    return counts;
  }

  it("are as few for 1,000 contacts as for ten", async () => {
    const clear = () =>
      aCall({
        customer: { phone: "07700 900777", name: "Nobody Known" },
        officer: { email: "nobody@northmoor.example" },
        service: "Housing",
      });
    const [ten, thousand] = await counted((n) => Array.from({ length: n }, clear));
    expect(thousand).toBe(ten);
    // begin, settings of the transaction, four look-ups, customers and the contacts in two parts each, commit
    expect(ten).toBeLessThanOrEqual(12);
  });

  it("are as few for 200 alerts as for ten", async () => {
    const breach = () => aCall({ conversation: crypto.randomUUID(), customer: { phone: "07700 900123" } });
    const [ten, many] = await counted((n) => Array.from({ length: n }, breach), 200);
    expect(many).toBe(ten);
    expect(ten).toBeGreaterThan(10);
  });
});
