/** DESIGN decision 9: the staff list is one organisation's, also where row-level security does not hold. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectAsOwner, type Db } from "../../db/connect.ts";
import { loadStaff } from "../../db/queries/staff.ts";
import { background } from "../../db/transaction.ts";
import { aCouncil, type Council } from "../usecases/builders.ts";

const MARLOWICK = "00000000-0000-4000-8000-000000000002";

let council: Council;
/** A superuser: sees every organisation. */
let owner: Db;
beforeAll(async () => {
  council = await aCouncil();
  owner = connectAsOwner(council.url);
});
afterAll(async () => {
  await owner.close();
  await council.drop();
});

const linked = async (name: string) => {
  const staff = await background(owner, council.organisation, (tx) =>
    loadStaff(tx, council.organisation, new Set(["slack"])),
  );
  return staff.filter((one) => one.name === name).map((one) => one.linked);
};

describe("the staff list", () => {
  it("counts an account as linked in the organisation that it is linked in", async () => {
    expect(await linked("Priya Shah")).toEqual([true]);
    await council.sql`delete from chat_account where account = 'p.shah'`;
    expect(await linked("Priya Shah")).toEqual([false]);

    await council.sql`insert into organisation (id, slug, name, country, time_zone, calendar, pack_id, pack_version)
      select ${MARLOWICK}, 'marlowick', 'Marlowick', country, time_zone, calendar, pack_id, pack_version from organisation`;
    await council.sql`insert into officer (organisation_id, id, email, name, service, roles, status)
      select ${MARLOWICK}, id, email, name, service, roles, status from officer where name = 'Priya Shah'`;
    await council.sql`insert into chat_account (organisation_id, chat, tenant, account, officer_id)
      select ${MARLOWICK}, 'slack', 'T0MARLOW', 'p.shah', id from officer where organisation_id = ${MARLOWICK}`;
    expect(await linked("Priya Shah")).toEqual([false]);
  });
});

describe("the services of an organisation, as its forms offer them", () => {
  const offered = async () => (await council.actor("s.hale")).services;

  it("names each once and in order, those that everybody has left not at all", async () => {
    expect(await offered()).toEqual(["Corporate", "Customer Team", "Housing", "Social Work"]);
    await council.sql`update officer set status = 'left' where name in ('Wale Adeyemi', 'Toni Kerr')`;
    expect(await offered()).toEqual(["Corporate", "Customer Team", "Housing"]);
  });

  it("names one that somebody away is alone in", async () => {
    await council.sql`update officer set service = 'Parks', status = 'absent' where name = 'Toni Kerr'`;
    expect(await offered()).toEqual(["Corporate", "Customer Team", "Housing", "Parks"]);
  });
});
