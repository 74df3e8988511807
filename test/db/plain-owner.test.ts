/** A managed PostgreSQL gives no superuser: the owner may log in, make roles, and owns its database. */
import { randomBytes, randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, describe, expect, inject, it } from "vitest";
import { connectAsApplication, connectAsOwner } from "../../db/connect.ts";
import { migrate } from "../../db/migrate.ts";
import { listOrganisations } from "../../db/queries/organisations.ts";
import { roleFaults, tablesState } from "../../db/queries/safety.ts";
import { importWorld } from "../../src/usecases/import-world/import-world.ts";
import { emptyDatabase } from "../support/database.ts";
import { aWorld } from "../usecases/import-world/a-world.ts";

describe("an owner who is no superuser", async () => {
  const url = await databaseOfPlainOwner();
  await migrate(url);
  const [app, owner] = [connectAsApplication(url, { max: 2 }), connectAsOwner(url)];
  afterAll(() => Promise.all([app.close(), owner.close()]));

  it("migrates, twice without harm", async () => {
    await migrate(url);
    expect(await tablesState(owner)).toBe("up-to-date");
  });

  it("leaves the application a role that is safe", async () => {
    expect(await roleFaults(app)).toEqual([]);
    expect(await roleFaults(owner)).toContain("owns-tables");
  });

  it("serves imports and look-ups across organisations", async () => {
    expect(await importWorld({ db: app, now: () => new Date() })({ json: aWorld() })).toMatchObject({
      code: "imported",
    });
    expect(await listOrganisations(app)).toMatchObject([{ slug: "northmoor" }]);
    const [found] = await app.sql`select app.account_look_up('slack', 'T0NORTH', 'U0P.SHAH') ->> 'email' as email`;
    expect(found).toEqual({ email: "p.shah@northmoor.example" });
    const copies = [{ organisation_id: randomUUID(), id: randomUUID(), chat: "slack", officer_id: null }];
    await app.sql`select jobs.enqueue(${JSON.stringify(copies)}::text::jsonb)`;
    const [stuck] = await app.sql`select app.requeue_stuck('{slack}', now())::int as copies`;
    expect(stuck).toEqual({ copies: 0 });
  });

  it("does not see customers without saying whose", async () => {
    expect(await owner.sql`select 1 from customer`).toHaveLength(0);
  });
});

async function databaseOfPlainOwner(): Promise<string> {
  const [name, password] = [`owner_${randomBytes(4).toString("hex")}`, randomBytes(8).toString("hex")];
  const address = new URL(await emptyDatabase());
  const server = postgres(inject("databaseServer"), { max: 1 });
  await server.unsafe(`create role ${name} login createrole password '${password}'`);
  // Roles are the whole server's, and the template's owner made this one.
  await server.unsafe(`grant restricted_contact_app to ${name} with admin option`);
  await server.unsafe(`alter database ${address.pathname.slice(1)} owner to ${name}`);
  await server.end();
  [address.username, address.password] = [name, password];
  return address.href;
}
