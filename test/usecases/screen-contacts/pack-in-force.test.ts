/** Which version of the policy screening goes by, also in a process that has screened by another one (decision 8). */
import { afterEach, beforeEach, expect, it } from "vitest";
import { screenContacts } from "../../../src/usecases/screen-contacts/screen-contacts.ts";
import { PERSISTENT } from "../../policy/packs/known-packs.ts";
import type { TestDatabase } from "../../support/database.ts";
import { borrowDatabase } from "../../support/shelf.ts";
import { aCall, accepted, aRegister, NOW } from "./a-register.ts";

let db: TestDatabase;
beforeEach(async () => {
  db = await borrowDatabase();
});
afterEach(() => db.drop());

/** The second version, which is in force from now on. */
async function adopt(organisation: string, changed: object) {
  const pack = { ...PERSISTENT, version: 2, ...changed };
  await db.owner.sql`insert into policy_pack (organisation_id, id, version, content, adopted_at)
    values (${organisation}, ${pack.id}, 2, ${JSON.stringify(pack)}::text::jsonb, ${NOW.toISOString()})`;
  await db.owner.sql`update organisation set pack_version = 2 where id = ${organisation}`;
}

it("gives the time to acknowledge of a pack as soon as it is adopted, and of each council its own", async () => {
  const [north, south] = [await aRegister(db.app), await aRegister(db.app, { slug: "southmoor" })];
  const screen = screenContacts({ db: db.app, now: () => NOW, chats: new Set(["slack"]) });
  let calls = 0;
  const minutesOf = async ({ organisation }: typeof north) => {
    calls += 1;
    // More than an hour apart: each is due by itself.
    const occurredAt = new Date(NOW.getTime() - calls * 3_600_000).toISOString();
    await screen({
      organisation,
      source: "phone-system",
      contacts: [aCall({ conversation: `number ${calls}`, occurredAt })],
    });
    const [row] = await db.owner.sql<{ minutes: number }[]>`
      select (extract(epoch from due_at - ${NOW.toISOString()}::timestamptz) / 60)::integer as minutes from due
      where kind = 'alert-unacknowledged' and organisation_id = ${organisation}::uuid order by subject_id desc limit 1`;
    return row?.minutes;
  };
  const shipped = PERSISTENT.acknowledgeMinutes.value;
  expect(await minutesOf(north)).toBe(shipped);

  for (const [place, { organisation }] of [north, south].entries())
    await adopt(organisation, { acknowledgeMinutes: { value: shipped + 7 + place, assumed: true } });
  expect([await minutesOf(north), await minutesOf(south), await minutesOf(north)]).toEqual([
    shipped + 7,
    shipped + 8,
    shipped + 7,
  ]);
});

it("leaves an arrangement the words of protected contact that it was decided with", async () => {
  const { organisation } = await aRegister(db.app);
  const screen = screenContacts({ db: db.app, now: () => NOW, chats: new Set(["slack"]) });
  const outcomes = async () => {
    const contacts = ["gas leak", "bananas"].map((subject) => aCall({ subject, conversation: subject }));
    const results = await screen({ organisation, source: "phone-system", contacts });
    return results.map((result) => accepted(result).outcome);
  };
  const decided = ["conditional", "breach"];
  expect(await outcomes()).toEqual(decided);
  await adopt(organisation, { protectedWords: { value: ["bananas"], assumed: true } });
  expect(await outcomes()).toEqual(decided);

  await db.owner.sql`update arrangement set pack_version = 2 where organisation_id = ${organisation}`;
  expect(await outcomes()).toEqual(["breach", "conditional"]);
});
