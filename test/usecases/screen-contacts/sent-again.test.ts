/** A source sends a contact again: the first answer stands, and nothing is written twice (SCREENING section 1). */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TestDatabase } from "../../support/database.ts";
import { borrowDatabase } from "../../support/shelf.ts";
import { aCall, accepted, aRegister } from "./a-register.ts";

let db: TestDatabase;
let receive: Awaited<ReturnType<typeof aRegister>>["receive"];
beforeEach(async () => {
  db = await borrowDatabase();
  ({ receive } = await aRegister(db.app));
});
afterEach(() => db.drop());

const KINDS = {
  "a breach": () => aCall({ conversation: "one" }),
  "a breach that is a conversation of its own": () => aCall(),
  "a call that counts for the week": () => aCall({ customer: { phone: "07700 900124" } }),
  "a possible match": () => aCall({ customer: { name: "Dana Wells", email: "dana@mail.example" } }),
  "a clear contact": () => aCall({ customer: { phone: "01632 960999" } }),
};

/** Everything that screening writes, counted; alerts with how many contacts they gathered. */
async function written() {
  const [row] = await db.owner.sql`
    select (select count(*) from contact) as contacts, (select count(*) from week_call) as calls,
      (select count(*) from alert) as alerts, (select sum(contacts + version) from alert) as gathered,
      (select count(*) from copy) as copies, (select sum(wanted) from copy) as wanted,
      (select count(*) from due) as due, (select count(*) from audit) as audit,
      (select sum(last) from reference_counter) as references,
      (select count(*) from graphile_worker._private_jobs) as jobs`;
  return row;
}

describe.each(Object.entries(KINDS))("%s", (_name, make) => {
  it("sent again alone, with others, or so that it cannot be read: the first answer, and nothing more", async () => {
    const contact = make();
    const [first] = await receive([contact]);
    const before = await written();
    const again = { ...accepted(first), status: "duplicate" };
    expect(await receive([contact])).toEqual([again]);
    expect(await receive([contact, contact])).toEqual([again, again]);
    expect(await receive([{ id: contact.id, channel: "semaphore" }])).toEqual([again]);
    expect(await written()).toEqual(before);
  });

  it("sent five times at one moment: accepted once", async () => {
    const contact = make();
    const results = (await Promise.all(Array.from({ length: 5 }, () => receive([contact])))).flat();
    expect(results.map(({ status }) => status).toSorted()).toEqual(["accepted", ...Array(4).fill("duplicate")]);
    for (const { status, ...answer } of results) expect({ ...results[0], status }).toEqual({ ...answer, status });
    expect(await written()).toMatchObject({ contacts: "1" });
  });
});
