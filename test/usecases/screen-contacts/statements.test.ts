/** A request costs the same number of statements whatever its size: they are counted where they leave the application. */
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { APP_ROLE, type Db } from "../../../db/connect.ts";
import { screenContacts } from "../../../src/usecases/screen-contacts/screen-contacts.ts";
import type { TestDatabase } from "../../support/database.ts";
import { borrowDatabase } from "../../support/shelf.ts";
import { aCall, accepted, aRegister, NOW } from "./a-register.ts";

let db: TestDatabase;
let organisation: string;
let counted: CountedDb;
beforeEach(async () => {
  db = await borrowDatabase();
  ({ organisation } = await aRegister(db.app));
  counted = countedDb(db.ownerUrl);
});
afterEach(async () => {
  await counted.close();
  await db.drop();
});

type CountedDb = Db & { readonly take: () => readonly string[] };

/** The application's own way in, with every statement it sends written down. */
function countedDb(url: string): CountedDb {
  let sent: string[] = [];
  const sql = postgres(url, {
    max: 1,
    connection: { role: APP_ROLE },
    onnotice: () => {},
    debug: (_connection, statement) => void sent.push(statement.trim().replace(/\s+/g, " ")),
  });
  const take = () => {
    const all = sent;
    sent = [];
    return all;
  };
  return { sql, drizzle: drizzle(sql), close: () => sql.end(), take };
}

let made = 0;
const aNewConversation = () => ({ conversation: `c-${++made}` });

/** Ten contacts: three breaches of which one is new, a possible match, a call that counts, one in hand, clear ones. */
function aMixed(n: number) {
  switch (n % 10) {
    case 0:
      return aCall({ conversation: "old" });
    case 1:
      return aCall({ officer: { extension: "2004" } });
    case 2:
      return aCall(aNewConversation());
    case 3:
      return aCall({ customer: { name: "Dana Wells", email: `dana${++made}@mail.example` } });
    case 4:
      return aCall({ ...aNewConversation(), customer: { phone: "07700 900124" }, service: "Housing" });
    case 5:
      return aCall({ conversation: "old", officer: { extension: "2003" } });
    case 6:
      return aCall({ customer: { name: `Nobody Quux${n}`, email: `quux${n}@mail.example` }, service: "nowhere" });
    default:
      return aCall({ customer: { phone: `01632 96${String(n % 10_000).padStart(4, "0")}` } });
  }
}

const mixed = (size: number) => Array.from({ length: size }, (_, n) => aMixed(n));

/** Who a contact may be about: a table is asked only when there is a key for it, which each part of a request may have or not. */
const WHO = /^select c\.id, c\.ref/;
/** In no order: what is sent behind what depends on how soon the server answers. */
const inShape = (statements: readonly string[]) => statements.map((text) => (WHO.test(text) ? "who" : text)).toSorted();

/**
 * Whether it was sent before is not asked of a contact that is alone: adding it tells, and passes over it. Who it may be about is asked in two
 * statements, the second only when the first found somebody; of many in one for each of two parts, which are stored apart.
 */
const ASKED_OTHERWISE = [/^select source_id as id, answer from contact/, /^select customer_id as id from/, WHO];
const askedAlike = (statements: readonly string[]) => [
  ...new Set(
    statements
      .filter((text) => !ASKED_OTHERWISE.some((one) => one.test(text)))
      .map((text) => (text.startsWith("insert into contact ") ? text.replace(/ on conflict do nothing$/, "") : text)),
  ),
];

async function receive(contacts: readonly unknown[]) {
  const screen = screenContacts({ db: counted, now: () => NOW, chats: new Set(["slack"]) });
  const results = await screen({ organisation, source: "phone-system", contacts });
  return { outcomes: results.map((result) => accepted(result).outcome), statements: counted.take() };
}

describe("the number of statements", () => {
  it("is the same for 10, 100 and 1,000 contacts of all kinds, and one contact never takes more", async () => {
    await receive(mixed(10)); // The organisation's country is known from now on.
    const [ten, hundred, thousand] = [await receive(mixed(10)), await receive(mixed(100)), await receive(mixed(1_000))];
    expect(new Set(thousand.outcomes)).toEqual(new Set(["breach", "possible_match", "permitted", "clear"]));
    expect(thousand.outcomes.filter((outcome) => outcome === "breach").length).toBeGreaterThanOrEqual(300);
    expect(inShape(hundred.statements)).toEqual(inShape(ten.statements));
    expect(inShape(thousand.statements)).toEqual(inShape(ten.statements));
    expect(ten.statements.length).toBeGreaterThan(15);
    for (const kind of [0, 1, 2, 3, 4, 5, 6, 7]) {
      const { statements } = await receive([aMixed(kind)]);
      // Not the same texts: a table is asked only when there is a key for it.
      expect(statements.length, `kind ${kind}`).toBeLessThanOrEqual(ten.statements.length);
    }
  });

  it("is the same for 1 and 1,000 contacts when all are clear, and small", async () => {
    const clear = (size: number) => Array.from({ length: size }, () => aMixed(7));
    await receive(clear(1));
    const [one, thousand] = [await receive(clear(1)), await receive(clear(1_000))];
    expect(new Set(thousand.outcomes)).toEqual(new Set(["clear"]));
    expect(askedAlike(thousand.statements)).toEqual(askedAlike(one.statements));
    expect(thousand.statements).toHaveLength(one.statements.length + 3);
    expect(one.statements.length).toBeLessThanOrEqual(8);
  });

  it("is the same for ten calls and 300 whose later legs are sure, so that officers of earlier ones are told too", async () => {
    const landline = { phone: "01632 960001" };
    const legs = (size: number, more: object) =>
      Array.from({ length: size }, (_, n) =>
        aCall({ conversation: `${size}-${n}`, channel: "letter", subject: "drainage", customer: landline, ...more }),
      );
    const sure = { customer: { ...landline, name: "Dana Wells" }, officer: { extension: "2004" } };
    const counts = [];
    for (const size of [10, 300]) {
      await receive(legs(size, { officer: { extension: "2001" } }));
      const { outcomes, statements } = await receive(legs(size, sure));
      expect(new Set(outcomes)).toEqual(new Set(["breach"]));
      counts.push(statements.length);
    }
    expect(counts[1]).toBe(counts[0]);
    expect(
      await db.owner.sql`select count(*)::int as told from alert_recipient r join officer o on o.id = r.officer_id
      where o.extension = '2001' and r.part = 'reached'`,
    ).toEqual([{ told: 310 }]);
  });

  it("is the same for two calls and 300 in the card of one that says something else now", async () => {
    const calls = (size: number, at: Date, more: object = {}) =>
      Array.from({ length: size }, (_, n) =>
        aCall({ conversation: `${size}-${n}`, occurredAt: at.toISOString(), ...more }),
      );
    const taken = [];
    for (const [place, size] of [3, 301].entries()) {
      const at = new Date(NOW.getTime() - place * 7_200_000);
      await receive(calls(size, at));
      const cards = async () => (await db.owner.sql`select 1 from copy where kind = 'alert-channel'`).length;
      const before = await cards();
      const again = await receive(calls(1, at).map((call) => ({ ...call, conversation: `${size}-more` })));
      const first = calls(1, at, { conversation: `${size}-0`, officer: { extension: "2001" } });
      const next = await receive(first);
      expect(await cards()).toBe(before + 1);
      taken.push([again.statements.length, next.statements.length]);
    }
    expect(taken[1]).toEqual(taken[0]);
    const gathered = await db.owner.sql`select count(*)::int as gathered from alert where gathered_in is not null`;
    expect(gathered).toEqual([{ gathered: 2 + 300 }]);
  });

  it("is the same for a breach alone and for a thousand", async () => {
    const breaches = (size: number) => Array.from({ length: size }, () => aMixed(2));
    await receive(breaches(1));
    const [one, thousand] = [await receive(breaches(1)), await receive(breaches(1_000))];
    expect(new Set(thousand.outcomes)).toEqual(new Set(["breach"]));
    expect(askedAlike(thousand.statements)).toEqual(askedAlike(one.statements));
    expect(thousand.statements).toHaveLength(one.statements.length + 1);
    expect(await db.owner.sql`select count(*)::int as alerts from alert`).toEqual([{ alerts: 1_002 }]);
  });
});
