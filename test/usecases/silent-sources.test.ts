/** Sources of contacts on a real PostgreSQL: which are expected, and which have gone silent. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listSources } from "../../db/queries/sources.ts";
import { background, sqlOf } from "../../db/transaction.ts";
import { createIntakeToken, revokeToken } from "../../src/usecases/create-intake-token.ts";
import { silentSources } from "../../src/usecases/silent-sources.ts";
import { aCouncil, type Council, DAY } from "./builders.ts";

let council: Council;
beforeEach(async () => {
  council = await aCouncil();
});
afterEach(() => council.drop());

const now = () => council.clock.now;
const pass = (minutes: number) => {
  council.clock.now = new Date(council.clock.now.getTime() + minutes * 60_000);
};

async function aToken(name: string, ...sources: readonly string[]): Promise<void> {
  const made = await createIntakeToken({ db: council.db, now })({ organisation: council.organisation, name, sources });
  if (made.code !== "created") throw new Error(made.code);
}

let contacts = 0;
/** One request; the last contact breaks nothing and nobody's arrangement. */
async function send(source: string, count = 1): Promise<void> {
  const sent = Array.from({ length: count }, () => {
    contacts += 1;
    return {
      id: `s-${contacts}`,
      occurredAt: now().toISOString(),
      direction: "inbound",
      channel: "phone",
      customer: { phone: "01632 960999" },
    };
  });
  await council.screen({ organisation: council.organisation, source, contacts: sent });
}

async function sendEvery(minutes: number, source: string, times: number): Promise<void> {
  for (let n = 0; n < times; n++) {
    pass(minutes);
    await send(source);
  }
}

/** What is said of each source. */
async function said(): Promise<Readonly<Record<string, string>>> {
  const all = await silentSources({ db: council.db, now })();
  return Object.fromEntries(all.map(({ source, silence }) => [source, silence.code]));
}

describe("sources", () => {
  it("are silent after three times their own median gap, whatever the others send", async () => {
    await aToken("any");
    await sendEvery(10, "phone-system", 6);
    await sendEvery(1, "web-form", 25);
    expect(await said()).toEqual({ "phone-system": "heard", "web-form": "heard" });
    pass(6);
    expect(await said()).toEqual({ "phone-system": "silent", "web-form": "silent" });
    await send("phone-system");
    expect(await said()).toEqual({ "phone-system": "heard", "web-form": "silent" });
  });

  it("that never sent anything are said when a token is bound to them", async () => {
    await aToken("mail", "mail-gateway", "scanned-post");
    await send("mail-gateway");
    expect(await silentSources({ db: council.db, now })()).toEqual([
      {
        organisation: { id: council.organisation, slug: "northmoor" },
        source: "mail-gateway",
        boundSince: now(),
        silence: { code: "cannot-tell", last: now() },
      },
      {
        organisation: { id: council.organisation, slug: "northmoor" },
        source: "scanned-post",
        boundSince: now(),
        silence: { code: "never" },
      },
    ]);
  });

  it("are expected as long as a token in use may send them", async () => {
    await aToken("phones", "phone-system");
    await sendEvery(10, "phone-system", 5);
    await send("forgotten");
    expect(Object.keys(await said())).toEqual(["phone-system"]);
    await revokeToken({ db: council.db, now })(council.organisation, "phones");
    expect(await said()).toEqual({});
    await aToken("any");
    expect(Object.keys(await said())).toEqual(["forgotten"]);
    pass(1);
    await send("phone-system");
    expect(Object.keys(await said())).toEqual(["forgotten", "phone-system"]);
  });

  it("count a request once, and a contact of any outcome", async () => {
    await aToken("any");
    for (let n = 0; n < 5; n++) {
      pass(60);
      await send("mail-gateway", 300);
    }
    pass(170);
    expect(await said()).toEqual({ "mail-gateway": "heard" });
    await council.sql`update contact set outcome = 'breach'`;
    expect(await said()).toEqual({ "mail-gateway": "heard" });
    pass(11);
    expect(await said()).toEqual({ "mail-gateway": "silent" });
  });

  it("are read from the index: a month of contacts costs no more than a day", async () => {
    await aToken("any");
    await council.sql`
      insert into contact (organisation_id, source, source_id, occurred_at, received_at, direction, channel, outcome, answer)
      select ${council.organisation}, 'source-' || n % 3, n::text, at, at, 'inbound', 'phone', 'clear', '{}'
      from (select n, ${now().toISOString()}::timestamptz - n * interval '1 minute' as at from generate_series(1, 30000) n) c`;
    await council.sql`analyze contact`;
    const read = await background(council.db, council.organisation, async (tx) => {
      await listSources(sqlOf(tx), council.organisation);
      return await sqlOf(tx)`
        select seq_tup_read::int as whole, idx_tup_fetch::int as some from pg_stat_xact_user_tables where relname = 'contact'`;
    });
    expect(read[0]?.["whole"]).toBe(0);
    expect(read[0]?.["some"]).toBeLessThan(3 * 201 + 20);
    expect(await said()).toEqual({ "source-0": "heard", "source-1": "heard", "source-2": "heard" });
    pass(30 * DAY);
    expect(await said()).toEqual({ "source-0": "silent", "source-1": "silent", "source-2": "silent" });
  });
});
