/** What is kept, and for how long: the tables are read (DESIGN decision 14). */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sweepContacts } from "../../../src/usecases/screen-contacts/sweep-contacts.ts";
import type { TestDatabase } from "../../support/database.ts";
import { borrowDatabase } from "../../support/shelf.ts";
import { aCall, aRegister, NOW } from "./a-register.ts";

let db: TestDatabase;
let register: Awaited<ReturnType<typeof aRegister>>;
beforeEach(async () => {
  db = await borrowDatabase();
  register = await aRegister(db.app);
});
afterEach(() => db.drop());

const rows = async () =>
  await db.owner
    .sql`select outcome, service, officer_id is not null as officer, customer_id is not null as customer, subject, seen, pair is not null as pair, alert_id is not null as alert from contact`;
/** Every text in every table, the job queue's too, to look for what must not be there. */
async function everything(): Promise<string> {
  const tables = await db.owner.sql<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'graphile_worker')`;
  expect(tables.length).toBeGreaterThan(30);
  const texts = await Promise.all(
    tables.map(
      async ({ name }) =>
        await db.owner.sql.unsafe(`select coalesce(jsonb_agg(to_jsonb(t)), '[]')::text as text from ${name} t`),
    ),
  );
  return texts.map(([row]) => String(row?.["text"])).join("\n");
}

describe("what is kept", () => {
  it("of a clear contact is no more than that it came", async () => {
    await register.receive([
      aCall({
        customer: { name: "Zebedee Quux", phone: "07700 900888", email: "zeb@quux.example" },
        subject: "secret subject",
        excerpt: "secret excerpt",
      }),
    ]);
    expect(await rows()).toEqual([
      {
        outcome: "clear",
        service: "Housing",
        officer: false,
        customer: false,
        subject: null,
        seen: null,
        pair: false,
        alert: false,
      },
    ]);
    expect(await everything()).not.toMatch(/zebedee|quux|900888|secret/i);
  });

  it("of an unchecked one is no more either", async () => {
    await register.receive([aCall({ customer: { phone: "999" }, subject: "secret subject" })]);
    expect(await rows()).toMatchObject([{ outcome: "not_checked", officer: false, subject: null, seen: null }]);
    expect(await everything()).not.toMatch(/secret/);
  });

  it("of a possible match are the identifiers, until it is judged or 30 days have passed", async () => {
    await register.receive([
      aCall({ customer: { name: "Alex Morgan", phone: "07700 900888" }, subject: "secret", excerpt: "secret excerpt" }),
    ]);
    expect(await rows()).toMatchObject([
      { outcome: "possible_match", seen: { name: "Alex Morgan", phone: "07700 900888" }, subject: null, pair: true },
    ]);
    expect(await everything()).not.toMatch(/secret/);
  });

  it("of a breach are the customer and the officer, never the excerpt, and the subject only where it decided", async () => {
    const letter = { channel: "letter", customer: { ref: "C-3" } };
    await register.receive([aCall({ ...letter, subject: "About the drainage", excerpt: "secret excerpt" })]);
    await register.receive([aCall({ subject: "secret subject" })]);
    expect(await rows()).toMatchObject([
      { outcome: "breach", subject: "About the drainage", seen: null, customer: true, officer: true, alert: true },
      { outcome: "breach", subject: null, seen: null, customer: true, officer: true, alert: true },
    ]);
    expect(await everything()).not.toMatch(/secret/);
  });
});

describe("the daily sweep", () => {
  it("deletes clear and unchecked contacts after 30 days, forgets identifiers, and leaves the rest", async () => {
    await register.receive([
      aCall({ customer: { phone: "07700 900888" } }),
      aCall({ customer: { phone: "999" } }),
      aCall({ customer: { name: "Alex Morgan" } }),
      aCall(),
      aCall({ officer: { extension: "2003" } }),
    ]);
    expect(await sweepAt(29)).toEqual({ deleted: 0, forgotten: 0 });
    // The digest of what was given goes too: a number can be guessed from it.
    expect(await sweepAt(31)).toEqual({ deleted: 2, forgotten: 2 });
    expect(await db.owner.sql`select outcome, seen, pair from contact order by outcome`).toEqual([
      { outcome: "breach", seen: null, pair: null },
      { outcome: "permitted", seen: null, pair: null },
      { outcome: "possible_match", seen: null, pair: null },
    ]);
  });

  it("deletes of one organisation only", async () => {
    const other = await aRegister(db.app, { slug: "marlowick" });
    await other.receive([aCall({ customer: { phone: "07700 900888" } })]);
    await fill(5_001);
    expect(await sweepAt(60)).toEqual({ deleted: 5_001, forgotten: 0 });
    expect(await db.owner.sql`select 1 from contact`).toHaveLength(1);
  });

  it("takes so many rows in one transaction, also of one moment, and begins where the last one ended", async () => {
    await fill(12_000);
    await fill(1_200, "possible_match", { name: "Somebody" });
    await noteTransactions();
    expect(await sweepAt(60)).toEqual({ deleted: 12_000, forgotten: 1_200 });
    expect(await transactions("deleted")).toEqual([5_000, 5_000, 2_000]);
    expect(await transactions("forgotten")).toEqual([500, 500, 200]);
  });

  it("does not wait for a row that somebody holds: it is left for the next day", async () => {
    await fill(3);
    await db.owner.sql.begin(async (tx) => {
      await tx`select 1 from contact where source_id = '2' for update`;
      expect(await sweepAt(60)).toEqual({ deleted: 2, forgotten: 0 });
    });
    expect(await sweepAt(61)).toEqual({ deleted: 1, forgotten: 0 });
  });

  const sweepAt = async (days: number) =>
    await sweepContacts({ db: db.app, now: () => new Date(NOW.getTime() + days * 86_400_000) })(register.organisation);

  const fill = async (count: number, outcome = "clear", seen: object | null = null) =>
    await db.owner.sql`
      insert into contact (organisation_id, source, source_id, occurred_at, received_at, direction, channel, outcome, answer, seen, pair)
      select ${register.organisation}, ${outcome}, n::text, now(), ${NOW.toISOString()}, 'inbound', 'phone', ${outcome}::outcome, '{}',
        ${seen && JSON.stringify(seen)}::text::jsonb, ${seen && "name:digest"}::text from generate_series(1, ${count}::int) n`;

  /** Writes down for each transaction how many rows it touched, from inside the database. */
  async function noteTransactions(): Promise<void> {
    await db.owner.sql`create table touched (what text, by bigint)`;
    await db.owner.sql`grant insert on touched to restricted_contact_app`;
    await db.owner.sql`
      create function note() returns trigger language plpgsql as $$
      begin
        insert into touched values (case tg_op when 'DELETE' then 'deleted' else 'forgotten' end, txid_current());
        return null;
      end $$`;
    await db.owner.sql`create trigger note after delete or update on contact for each row execute function note()`;
  }

  async function transactions(what: string): Promise<readonly number[]> {
    const rows = await db.owner.sql<{ rows: number }[]>`
      select count(*)::int as rows from touched where what = ${what} group by by order by by`;
    return rows.map(({ rows: count }) => count);
  }
});
