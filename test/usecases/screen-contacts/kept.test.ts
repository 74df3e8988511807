/** What is kept, and for how long: the tables are read (DESIGN decision 14). */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sweepContacts } from "../../../src/usecases/screen-contacts/sweep-contacts.ts";
import { freshDatabase, type TestDatabase } from "../../support/database.ts";
import { aCall, aRegister, NOW } from "./a-register.ts";

let db: TestDatabase;
let register: Awaited<ReturnType<typeof aRegister>>;
beforeEach(async () => {
  db = await freshDatabase();
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
    const sweepAt = (days: number) =>
      sweepContacts({ db: db.app, now: () => new Date(NOW.getTime() + days * 86_400_000) })(register.organisation);
    expect(await sweepAt(29)).toEqual({ deleted: 0, forgotten: 0 });
    expect(await sweepAt(31)).toEqual({ deleted: 2, forgotten: 1 });
    expect(await db.owner.sql`select outcome, seen from contact order by outcome`).toEqual([
      { outcome: "breach", seen: null },
      { outcome: "permitted", seen: null },
      { outcome: "possible_match", seen: null },
    ]);
  });

  it("deletes in bounded batches, and of one organisation only", async () => {
    const other = await aRegister(db.app, { slug: "marlowick" });
    await other.receive([aCall({ customer: { phone: "07700 900888" } })]);
    await db.owner.sql`
      insert into contact (organisation_id, source, source_id, occurred_at, received_at, direction, channel, outcome, answer)
      select ${register.organisation}, 's', n::text, now(), ${NOW.toISOString()}, 'inbound', 'phone', 'clear', '{}' from generate_series(1, 5001) n`;
    expect(
      await sweepContacts({ db: db.app, now: () => new Date("2026-12-01T00:00:00Z") })(register.organisation),
    ).toEqual({ deleted: 5001, forgotten: 0 });
    expect(await db.owner.sql`select 1 from contact`).toHaveLength(1);
  });
});
